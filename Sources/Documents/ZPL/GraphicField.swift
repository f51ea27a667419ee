/// Writes a bitmap as a ZPL II graphic field (`^GFA`) with the run lengths every Zebra reads.
///
/// Source: ZPL II programming guide, "Alternative data compression scheme": a letter before a digit
/// repeats it (G to Y one to nineteen times, g to z twenty to four hundred), a comma fills a row
/// with white, an exclamation mark with black, a colon repeats the row above.
enum GraphicField {
    static func append(_ bitmap: Bitmap, x: Int, y: Int, to output: inout [UInt8]) {
        let size = bitmap.rowBytes * bitmap.height
        output += Array("^FO\(x),\(y)^GFA,\(size),\(size),\(bitmap.rowBytes),".utf8)
        for row in 0..<bitmap.height {
            if row > 0, bitmap.row(row).elementsEqual(bitmap.row(row - 1)) {
                output.append(UInt8(ascii: ":"))
            } else {
                append(row: bitmap.row(row), to: &output)
            }
        }
        output += Array("^FS\n".utf8)
    }

    private static func append(row: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var digits: [UInt8] = []
        digits.reserveCapacity(row.count * 2)
        for byte in row {
            digits.append(byte >> 4)
            digits.append(byte & 15)
        }
        var position = 0
        while position < digits.count {
            let digit = digits[position]
            var end = position + 1
            while end < digits.count, digits[end] == digit { end += 1 }
            if end == digits.count, digit == 0 {
                output.append(UInt8(ascii: ","))
            } else if end == digits.count, digit == 15 {
                output.append(UInt8(ascii: "!"))
            } else {
                append(digit, times: end - position, to: &output)
            }
            position = end
        }
    }

    private static func append(_ digit: UInt8, times: Int, to output: inout [UInt8]) {
        var rest = times
        while rest > 400 {
            output.append(UInt8(ascii: "z"))
            output.append(hexadecimal(digit))
            rest -= 400
        }
        if rest > 1 {
            if rest >= 20 { output.append(UInt8(ascii: "g") + UInt8(rest / 20 - 1)) }
            if rest % 20 > 0 { output.append(UInt8(ascii: "G") + UInt8(rest % 20 - 1)) }
        }
        output.append(hexadecimal(digit))
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}

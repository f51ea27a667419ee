import Testing

@testable import Documents

/// What a printer reads back from a graphic field is the picture that was written.
struct GraphicFieldTests {
    @Test("reads back as written", arguments: [(1, 1), (8, 8), (13, 5), (800, 12), (1650, 3)])
    func readsBack(width: Int, height: Int) throws {
        var bitmap = Bitmap(width: width, height: height)
        var state: UInt32 = 9
        for row in 0..<height where row % 3 != 1 {
            for column in 0..<width {
                state = state &* 1_664_525 &+ 1_013_904_223
                if state >> 29 == 0 { bitmap.fill(column..<column + 30, row..<row + 1) }
            }
        }
        var output: [UInt8] = []
        GraphicField.append(bitmap, x: 3, y: 4, to: &output)
        let read = try #require(ReadField(String(decoding: output, as: UTF8.self)))
        #expect((read.x, read.y, read.rowBytes) == (3, 4, bitmap.rowBytes))
        #expect(read.bytes == bitmap.bytes)
    }

    @Test("a black row is one character and a repeated row another")
    func short() {
        var bitmap = Bitmap(width: 16, height: 4)
        bitmap.fill(0..<16, 2..<4)
        var output: [UInt8] = []
        GraphicField.append(bitmap, x: 0, y: 0, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "^FO0,0^GFA,8,8,2,,:!:^FS\n")
    }
}

/// A graphic field as a printer reads it, written from the programming guide.
struct ReadField {
    let x: Int
    let y: Int
    let rowBytes: Int
    private(set) var bytes: [UInt8] = []

    init?(_ field: String) {
        let bytes = Array(field.utf8)
        guard bytes.starts(with: Array("^FO".utf8)) else { return nil }
        // ^FOx,y^GFA,total,total,rowBytes,data^FS
        var numbers: [Int] = []
        var position = 3
        while numbers.count < 5, position < bytes.count {
            var number: Int?
            while position < bytes.count, let digit = Self.hexadecimal(bytes[position]), digit < 10
            {
                number = (number ?? 0) * 10 + Int(digit)
                position += 1
            }
            if let number { numbers.append(number) }
            position += 1
        }
        guard numbers.count == 5 else { return nil }
        (x, y, rowBytes) = (numbers[0], numbers[1], numbers[4])
        let width = rowBytes * 2
        var digits: [UInt8] = []
        var times = 0
        for byte in bytes[position...] {
            if byte == UInt8(ascii: "^") { break }
            let rest = width - digits.count % width
            switch byte {
            case UInt8(ascii: "G")...UInt8(ascii: "Y"): times += Int(byte - UInt8(ascii: "F"))
            case UInt8(ascii: "g")...UInt8(ascii: "z"): times += 20 * Int(byte - UInt8(ascii: "f"))
            case UInt8(ascii: ","): digits += repeatElement(0, count: rest)
            case UInt8(ascii: "!"): digits += repeatElement(15, count: rest)
            case UInt8(ascii: ":"): digits += Array(digits.suffix(width))
            default:
                guard let digit = Self.hexadecimal(byte) else { return nil }
                digits += repeatElement(digit, count: max(1, times))
                times = 0
            }
        }
        guard digits.count == numbers[2] * 2 else { return nil }
        self.bytes = stride(from: 0, to: digits.count, by: 2)
            .map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

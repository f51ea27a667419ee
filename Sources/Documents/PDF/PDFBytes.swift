/// Appending what PDF syntax is made of; no number or text goes through `String`.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        unsafe append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// A whole number of at most 16 digits.
    mutating func append(decimal value: Int) {
        var rest = value.magnitude
        precondition(rest < 10_000_000_000_000_000, "\(value) has more than 16 digits")
        if value < 0 { append(0x2D) }
        if rest < 10 {
            append(UInt8(truncatingIfNeeded: 0x30 + rest))
            return
        }
        var digits: (UInt64, UInt64) = (0, 0)
        var count = 0
        while rest > 0 {
            let digit = UInt64(0x30 + rest % 10)
            if count < 8 {
                digits.0 = digits.0 << 8 | digit
            } else {
                digits.1 = digits.1 << 8 | digit
            }
            rest /= 10
            count += 1
        }
        for _ in 8..<Swift.max(8, count) {
            append(UInt8(truncatingIfNeeded: digits.1))
            digits.1 >>= 8
        }
        for _ in 0..<Swift.min(8, count) {
            append(UInt8(truncatingIfNeeded: digits.0))
            digits.0 >>= 8
        }
    }

    /// A number in thousandths, without trailing zeros.
    mutating func append(thousandths value: Int) {
        if value < 0 { append(0x2D) }
        let magnitude = Int(value.magnitude)
        append(decimal: magnitude / 1000)
        var fraction = magnitude % 1000
        guard fraction > 0 else { return }
        append(0x2E)
        var unit = 100
        while fraction > 0 {
            append(UInt8(0x30 + fraction / unit))
            fraction %= unit
            unit /= 10
        }
    }

    /// Four hexadecimal digits.
    mutating func append(hex value: UInt16) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
    }

    /// A text string: UTF-16 with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2).
    mutating func append(textString text: String) {
        append("<FEFF")
        for unit in text.utf16 { append(hex: unit) }
        append(">")
    }
}

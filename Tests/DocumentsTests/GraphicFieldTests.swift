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
        guard field.hasPrefix("^FO"), let end = field.firstRange(of: "^FS"),
            let graphic = field.firstRange(of: "^GFA,")
        else { return nil }
        let origin = field[field.index(field.startIndex, offsetBy: 3)..<graphic.lowerBound]
            .split(separator: ",").compactMap { Int($0) }
        let parts = field[graphic.upperBound..<end.lowerBound]
            .split(
                separator: ",",
                maxSplits: 3,
                omittingEmptySubsequences: false
            )
        guard origin.count == 2, parts.count == 4, let total = Int(parts[1]),
            let rowBytes = Int(parts[2])
        else { return nil }
        (x, y, self.rowBytes) = (origin[0], origin[1], rowBytes)
        var digits: [UInt8] = []
        var times = 0
        for byte in parts[3].utf8 {
            let rest = rowBytes * 2 - digits.count % (rowBytes * 2)
            switch byte {
            case UInt8(ascii: "G")...UInt8(ascii: "Y"): times += Int(byte - UInt8(ascii: "F"))
            case UInt8(ascii: "g")...UInt8(ascii: "z"): times += 20 * Int(byte - UInt8(ascii: "f"))
            case UInt8(ascii: ","): digits += Array(repeating: 0, count: rest)
            case UInt8(ascii: "!"): digits += Array(repeating: 15, count: rest)
            case UInt8(ascii: ":"): digits += digits.suffix(rowBytes * 2)
            default:
                guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
                digits += Array(repeating: UInt8(digit), count: max(1, times))
                times = 0
            }
        }
        guard digits.count == total * 2 else { return nil }
        bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

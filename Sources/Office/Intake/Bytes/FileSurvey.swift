/// What a first reading of the whole file shows: its encoding and what kind of file it is.
///
/// An encoding without a mark can only be told from all of the file: one broken byte in the last
/// row must not turn every accent before it into two wrong characters. So the caller streams the
/// file through here once, which it does anyway for the file's SHA-256, and reads it again.
package struct FileSurvey: Sendable {
    package private(set) var size = 0
    private var head: [UInt8] = []
    private var sequences = 0
    private var strays = 0
    /// How many continuation bytes the sequence at hand still needs, and the bounds of the next.
    private var missing = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    package init() {}

    package static func of(_ source: ChunkSource) throws -> FileSurvey {
        var survey = FileSurvey()
        while let chunk = try source() { survey.take(chunk) }
        return survey
    }

    package mutating func take(_ chunk: [UInt8]) {
        if head.count < 512 { head.append(contentsOf: chunk.prefix(512 - head.count)) }
        size += chunk.count
        let bytes = chunk.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 || missing > 0 { take(byte) }
        }
    }

    /// Follows the well-formed sequences of Unicode table 3-7.
    private mutating func take(_ byte: UInt8) {
        if missing > 0 {
            if byte >= lower, byte <= upper {
                missing -= 1
                (lower, upper) = (0x80, 0xBF)
                if missing == 0 { sequences += 1 }
                return
            }
            strays += 1
            missing = 0
            (lower, upper) = (0x80, 0xBF)
            if byte < 0x80 { return }
        }
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, lower) = (2, 0xA0)
        case 0xED: (missing, upper) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, lower) = (3, 0x90)
        case 0xF4: (missing, upper) = (3, 0x8F)
        case 0xF1...0xF3: missing = 3
        default: strays += 1
        }
    }

    package var hasByteOrderMark: Bool { markLength > 0 }

    /// The bytes of the byte order mark.
    var markLength: Int {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
        return head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) ? 2 : 0
    }

    /// A mark decides; else UTF-8, unless more bytes contradict it than speak for it.
    ///
    /// Where a UTF-8 file has a few broken bytes, the rows that hold them are refused.
    package var encoding: TextEncoding {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) || isJSON { return .utf8 }
        return strays + (missing > 0 ? 1 : 0) > sequences ? .windows1252 : .utf8
    }

    /// JSON is UTF-8 (RFC 8259 §8.1), so broken bytes in it are an error, never another encoding.
    private var isJSON: Bool {
        switch head.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "["), UInt8(ascii: "{"): true
        default: false
        }
    }

    /// - Throws: ``IntakeRefusal`` when the file is none that we can read.
    func refuseOtherKinds() throws(IntakeRefusal) {
        guard size > markLength else { throw .empty }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        {
            throw .workbook
        }
        guard encoding != .utf8 && encoding != .windows1252 || !head.contains(0) else {
            throw .notText
        }
    }
}

import Crypto
import FoundationEssentials

/// One recipient's entry in the header of an age file.
struct AgeStanza: Hashable, Sendable {
    let type: String
    let arguments: [String]
    let body: [UInt8]

    /// Body lines hold 64 characters; the last one is shorter, even if it must be empty.
    func serialise(into text: inout [UInt8]) {
        text += Array("-> ".utf8)
        text += Array(([type] + arguments).joined(separator: " ").utf8)
        text.append(AgeHeader.newline)
        let base64 = AgeBase64.encode(body, padded: false)
        var start = 0
        repeat {
            let end = min(start + 64, base64.count)
            text += base64[start..<end]
            text.append(AgeHeader.newline)
            start += 64
        } while start <= base64.count
    }
}

/// The text in front of an age payload: version, stanzas, and a code over both.
struct AgeHeader: Sendable {
    static let newline = UInt8(ascii: "\n")
    private static let version = Array("age-encryption.org/v1".utf8)
    private static let footer = Array("---".utf8)

    let stanzas: [AgeStanza]
    /// Everything that the code covers: up to and including `---`, without the space behind it.
    let covered: [UInt8]
    let code: [UInt8]

    /// The header for `stanzas`, its code made with `fileKey`.
    init(stanzas: [AgeStanza], fileKey: [UInt8]) {
        var text = Self.version + [Self.newline]
        for stanza in stanzas { stanza.serialise(into: &text) }
        text += Self.footer
        self.stanzas = stanzas
        self.covered = text
        self.code = Array(HMAC<SHA256>.authenticationCode(for: text, using: Self.key(fileKey)))
    }

    var bytes: [UInt8] {
        covered + [UInt8(ascii: " ")] + AgeBase64.encode(code, padded: false) + [Self.newline]
    }

    func isAuthentic(fileKey: [UInt8]) -> Bool {
        HMAC<SHA256>
            .isValidAuthenticationCode(
                code,
                authenticating: covered,
                using: Self.key(fileKey)
            )
    }

    private static func key(_ fileKey: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>
            .deriveKey(
                inputKeyMaterial: SymmetricKey(data: fileKey),
                salt: [UInt8](),
                info: Array("header".utf8),
                outputByteCount: 32
            )
    }

    private init(stanzas: [AgeStanza], covered: [UInt8], code: [UInt8]) {
        self.stanzas = stanzas
        self.covered = covered
        self.code = code
    }
}

extension AgeHeader {
    /// Reads the header that begins `file` and gives the index of the payload behind it.
    static func parse(_ file: [UInt8]) throws(AgeFlaw) -> (header: AgeHeader, payload: Int) {
        var lines = AgeLines(file)
        guard let first = lines.next(), Array(first) == version else {
            throw .header("expected age-encryption.org/v1 on the first line")
        }
        var stanzas: [AgeStanza] = []
        while true {
            let start = lines.position
            guard let line = lines.next() else { throw .header("the header is cut") }
            if line.starts(with: footer) {
                return (try finish(line, start: start, stanzas: stanzas, of: file), lines.position)
            }
            stanzas.append(try stanza(line, &lines))
        }
    }

    private static func finish(
        _ line: ArraySlice<UInt8>,
        start: Int,
        stanzas: [AgeStanza],
        of file: [UInt8]
    ) throws(AgeFlaw) -> AgeHeader {
        guard line.starts(with: footer + [UInt8(ascii: " ")]),
            let code = AgeBase64.decode(line.dropFirst(4), padded: false), code.count == 32
        else { throw .header("the last header line is not --- and 32 bytes of base64") }
        guard !stanzas.isEmpty else { throw .header("the header names no recipient") }
        return AgeHeader(
            stanzas: stanzas,
            covered: Array(file[..<(start + footer.count)]),
            code: code
        )
    }

    private static func stanza(
        _ line: ArraySlice<UInt8>,
        _ lines: inout AgeLines
    ) throws(AgeFlaw) -> AgeStanza {
        guard line.starts(with: Array("-> ".utf8)) else {
            throw .header("a stanza begins with ->")
        }
        let words = line.dropFirst(3)
            .split(
                separator: UInt8(ascii: " "),
                omittingEmptySubsequences: false
            )
        guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
            throw .header("a stanza's words are printable and parted by one space")
        }
        var body: [UInt8] = []
        while true {
            guard let line = lines.next(), line.count <= 64,
                let part = AgeBase64.decode(line, padded: false)
            else { throw .header("a stanza's body is base64 ended by a short line") }
            body += part
            if line.count < 64 { break }
        }
        let texts = words.map { String(decoding: $0, as: UTF8.self) }
        return AgeStanza(type: texts[0], arguments: Array(texts.dropFirst()), body: body)
    }
}

/// Lines that end in one LF; what is behind the last LF is no line.
private struct AgeLines {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = bytes[position...].firstIndex(of: AgeHeader.newline) else { return nil }
        defer { position = end + 1 }
        return bytes[position..<end]
    }
}

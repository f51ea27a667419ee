/// Decodes a token that is not plain: releases, line breaks, bytes above ASCII.
///
/// Line breaks are no data in any level: files are wrapped at 80 columns by transport programs, so
/// they are left out, with a finding. Bytes that the declared level does not have are read as UTF-8
/// where they are UTF-8 and as Latin-1 otherwise, with a finding: that keeps the sender's text
/// readable, and nothing is dropped.
struct RunDecoder {
    private let token: Token
    private let service: ServiceString
    private let repertoire: Repertoire?

    init(token: Token, service: ServiceString, _ repertoire: Repertoire?) {
        self.token = token
        self.service = service
        self.repertoire = repertoire
    }

    func decode(
        _ bytes: Span<UInt8>
    ) -> (text: String, findings: [(EnvelopeFinding.Code, offset: Int)]) {
        var data: [UInt8] = []
        data.reserveCapacity(token.end - token.start)
        var lineBreak: Int?
        var isReleased = false
        for index in token.start..<token.end {
            let byte = bytes[index]
            if !isReleased, byte == service.release {
                isReleased = true
            } else if byte == 0x0A || byte == 0x0D {
                lineBreak = lineBreak ?? index
            } else {
                data.append(byte)
                isReleased = false
            }
        }
        var findings: [(EnvelopeFinding.Code, offset: Int)] = []
        if let lineBreak { findings.append((.lineBreakInData, lineBreak)) }
        let (text, oddity) = read(data.span)
        if let oddity { findings.append((oddity, token.start)) }
        return (text, findings)
    }

    private func read(_ data: Span<UInt8>) -> (String, EnvelopeFinding.Code?) {
        guard let repertoire, token.marks.contains(.encoded) || token.marks.contains(.foreign)
        else { return (isUTF8(data) ? data.utf8Text : latin1(data), nil) }
        if repertoire.isUTF8 {
            guard isUTF8(data) else { return (data.utf8Text, .textNotUTF8) }
        } else if token.marks.contains([.encoded, .foreign]), isUTF8(data) {
            return (data.utf8Text, .textReadAsUTF8(repertoire))
        }
        let text =
            repertoire.isUTF8
            ? data.utf8Text : repertoire.part.map { part(data, $0) } ?? latin1(data)
        let foreign = text.unicodeScalars.first {
            !RepertoireSet.having($0).contains(repertoire)
        }
        return (text, foreign.map { .characterOutsideRepertoire($0, repertoire) })
    }

    private func isUTF8(_ data: Span<UInt8>) -> Bool {
        (try? UTF8Span(validating: data)) != nil
    }

    private func part(_ data: Span<UInt8>, _ part: ISO8859) -> String {
        var text = ""
        for index in 0..<data.count {
            let byte = data[index]
            text.unicodeScalars.append(part.scalar(for: byte) ?? UnicodeScalar(byte))
        }
        return text
    }

    private func latin1(_ data: Span<UInt8>) -> String {
        var text = ""
        for index in 0..<data.count { text.unicodeScalars.append(UnicodeScalar(data[index])) }
        return text
    }
}

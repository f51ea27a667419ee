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
        let text = text(data.span)
        if let foreign = foreignCharacter(in: text, data) {
            findings.append((foreign, token.start))
        }
        return (text, findings)
    }

    private func text(_ data: Span<UInt8>) -> String {
        guard token.marks.contains(.encoded) else { return data.utf8Text }
        if let part = repertoire?.part {
            var text = ""
            for index in 0..<data.count {
                text.unicodeScalars.append(
                    part.scalar(for: data[index]) ?? UnicodeScalar(data[index])
                )
            }
            return text
        }
        if repertoire?.isUTF8 == true || (try? UTF8Span(validating: data)) != nil {
            return data.utf8Text
        }
        var text = ""
        for index in 0..<data.count { text.unicodeScalars.append(UnicodeScalar(data[index])) }
        return text
    }

    private func foreignCharacter(in text: String, _ data: [UInt8]) -> EnvelopeFinding.Code? {
        guard let repertoire else { return nil }
        if repertoire.isUTF8, token.marks.contains(.encoded),
            (try? UTF8Span(validating: data.span)) == nil
        {
            return .textNotUTF8
        }
        guard token.marks.contains(.foreign) || token.marks.contains(.encoded) else { return nil }
        let foreign = text.unicodeScalars.first {
            !RepertoireSet.having($0).contains(repertoire)
        }
        return foreign.map { .characterOutsideRepertoire($0, repertoire) }
    }
}

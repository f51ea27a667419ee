import Mail

/// No text holds what can be neither printed nor sent, or what makes print differ from data.
///
/// Control characters end lines in messages; marks that override the direction of text let an
/// address read otherwise than it is recorded.
struct TextMustBePrintable: Rule {
    let codes: [FindingCode: String] = [
        .textNotAllowed:
            "A text holds a control character, a direction override or a code point that is none."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        var findings: [Finding] = []
        examined.lodgement.eachText(where: { Self.forbidden(in: $0) != nil }) { text, pointer in
            guard let scalar = Self.forbidden(in: text) else { return }
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
            findings.append(Finding(.textNotAllowed, at: pointer, ["found": "U+" + padded]))
        }
        return findings
    }

    private static func forbidden(in text: String) -> Unicode.Scalar? {
        // Bytes first: most texts are printable ASCII, and then nothing is decoded.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return nil }
        return text.unicodeScalars.first { scalar in
            switch scalar.value {
            case ..<0x20, 0x7F...0x9F: true
            case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
            case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFD, 0xFDD0...0xFDEF: true
            case 0xE0000...0xE0FFF: true
            case let value: value & 0xFFFE == 0xFFFE
            }
        }
    }
}

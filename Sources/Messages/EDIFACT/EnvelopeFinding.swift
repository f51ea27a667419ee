/// One thing that an interchange says wrongly of itself, while its values could be read.
package struct EnvelopeFinding: Hashable, Sendable {
    package let code: Code
    /// The byte, from the start of the input, that the finding is about.
    package let offset: Int
    /// The segment, counted from 1.
    package let segment: Int

    package enum Code: Hashable, Sendable {
        /// UNT states another number of segments than stand from UNH to UNT.
        case segmentCountDiffers(stated: String, found: Int)
        /// UNE or UNZ states another number of messages.
        case messageCountDiffers(in: String, stated: String, found: Int)
        /// UNZ states another number of groups.
        case groupCountDiffers(stated: String, found: Int)
        /// A trailer repeats another reference than its header gave.
        case referenceDiffers(in: String, header: String, trailer: String)
        /// A value that the envelope must have is empty.
        case valueMissing(tag: String, dataElement: String)
        case characterOutsideRepertoire(UnicodeScalar, Repertoire)
        case textNotUTF8
        /// Bytes that the declared level does not have and that are UTF-8 were read as such.
        case textReadAsUTF8(Repertoire)
        case lineBreakInData
    }

    /// Whether the finding is about counts, references and headers rather than about text.
    package var concernsEnvelope: Bool {
        switch code {
        case .segmentCountDiffers, .messageCountDiffers, .groupCountDiffers, .referenceDiffers,
            .valueMissing:
            true
        case .characterOutsideRepertoire, .textNotUTF8, .textReadAsUTF8, .lineBreakInData: false
        }
    }
}

extension EnvelopeFinding: CustomStringConvertible {
    package var description: String { "\(code) at byte \(offset), segment \(segment)" }
}

extension EnvelopeFinding.Code: CustomStringConvertible {
    package var description: String {
        switch self {
        case .segmentCountDiffers(let stated, let found):
            "UNT states \(stated) segments, found \(found)"
        case .messageCountDiffers(let tag, let stated, let found):
            "\(tag) states \(stated) messages, found \(found)"
        case .groupCountDiffers(let stated, let found):
            "UNZ states \(stated) groups, found \(found)"
        case .referenceDiffers(let tag, let header, let trailer):
            "\(tag) repeats reference '\(trailer)', expected '\(header)'"
        case .valueMissing(let tag, let dataElement): "\(tag) has no data element \(dataElement)"
        case .characterOutsideRepertoire(let scalar, let repertoire):
            "\(repertoire.rawValue) has no character \(scalar.named)"
        case .textNotUTF8: "bytes that are not utf-8"
        case .textReadAsUTF8(let repertoire):
            "bytes that \(repertoire.rawValue) does not have, read as utf-8"
        case .lineBreakInData: "line break within a segment, left out"
        }
    }
}

extension UnicodeScalar {
    /// The character with its code point, for messages: `'Ł' (U+0141)`; code point only where it
    /// would not show.
    package var named: String {
        let hex = String(value, radix: 16, uppercase: true)
        let point = "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
        return properties.generalCategory == .control || value == 0x20
            ? point : "'\(self)' (\(point))"
    }
}

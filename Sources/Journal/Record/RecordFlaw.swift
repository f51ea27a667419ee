/// Why an entry's bytes are not an entry of this format, in order of precedence.
package enum RecordFlaw: Error, Hashable, Sendable {
    /// A newer release wrote this journal; `reader` is the release that reads it.
    case newerFormat(found: UInt64, supported: UInt64, reader: String)
    /// The entry has no bytes.
    case empty
    /// The first byte is none of the kinds that this format knows.
    case unknownKind(UInt8)
    /// The control record is not canonical JSON: one flat object of texts and whole numbers.
    case notCanonical(at: Int)
    /// The control record is none of the closed set.
    case unknownRecord(String)
    /// A field is missing, has the wrong type, or does not belong to this record.
    case field(String, record: String)
    /// A part is out of its order, or a group of parts is broken off.
    case part(expected: String, found: String)
}

extension RecordFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newerFormat(let found, let supported, let reader):
            "journal format: expected at most \(supported), found \(found)\n"
                + "hint: \(reader) or later reads it"
        case .empty: "the entry is empty"
        case .unknownKind(let byte): "entry kind: expected 0, 1 or 2, found \(byte)"
        case .notCanonical(let offset):
            "control record: not canonical JSON at byte \(offset)"
        case .unknownRecord(let name): "control record: \"\(name)\" is not one of this format"
        case .field(let name, let record): "control record \"\(record)\": bad field \"\(name)\""
        case .part(let expected, let found): "part: expected \(expected), found \(found)"
        }
    }
}

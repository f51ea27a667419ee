import HTTPTypes
import Hummingbird
import Mail
import Office

/// Strong validators (RFC 9110 §8.8.3) and the conditions that name them.
enum EntityTag {
    /// An item's: the entry of its last change, and the language its findings are told in.
    static func of(_ item: RecordedItem, _ language: Language) -> String {
        "\"\(item.changed)-\(language.rawValue)\""
    }

    /// Whether `If-None-Match` names that tag, so that nothing need be sent.
    static func isKnown(_ tag: String, _ headers: HTTPFields) -> Bool {
        guard let field = headers[.ifNoneMatch] else { return false }
        return field == "*"
            || field.split(separator: ",")
                .contains { part in
                    let part = part.drop { $0 == " " || $0 == "\t" }
                    return (part.hasPrefix("W/") ? part.dropFirst(2) : part)
                        .trimmingSuffix(while: { $0 == " " || $0 == "\t" }) == tag
                }
    }

    static func notModified(_ tag: String) -> Response {
        Response(status: .notModified, headers: [.eTag: tag])
    }

    /// What a change must find: any version, or one of these.
    enum Condition: Hashable, Sendable {
        case any
        case versions([UInt64])
    }

    /// Reads `If-Match`; a weak tag, or one that is none of ours, matches nothing.
    static func condition(_ headers: HTTPFields) -> Condition? {
        guard let field = headers[.ifMatch] else { return nil }
        if field.trimmed == "*" { return .any }
        return .versions(
            field.split(separator: ",").compactMap { $0.trimmingPrefix(while: \.isWhitespace) }
                .compactMap { part in
                    guard part.first == "\"" else { return nil }
                    return UInt64(part.dropFirst().prefix { $0.isASCII && $0.isNumber })
                }
        )
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}

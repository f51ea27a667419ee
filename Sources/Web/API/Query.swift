import Foundation
import Hummingbird
import Mail
import Office

/// The parameters after the question mark, each of them known and there once.
struct Query: Sendable {
    private var values: [String: String] = [:]

    /// - Throws: ``APIRefusal`` `parameterUnknown` or `parameterInvalid`.
    init(_ request: Request, allowing known: [String] = []) throws(APIRefusal) {
        for pair in request.uri.query?.split(separator: "&") ?? [] {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(parts[0], of: String(parts[0]))
            // The language of every address of this site; it is read where languages are chosen.
            if name == "lang" { continue }
            guard known.contains(name) else {
                throw .parameterUnknown(name: name, known: known)
            }
            let value = parts.count == 2 ? try Self.decoded(parts[1], of: name) : ""
            guard values.updateValue(value, forKey: name) == nil else {
                throw .parameterInvalid(name: name, expected: "one value", found: "two")
            }
        }
    }

    private static func decoded(_ text: Substring, of name: String) throws(APIRefusal) -> String {
        guard let decoded = text.replacing("+", with: " ").removingPercentEncoding,
            !decoded.utf8.contains(0)
        else {
            throw .parameterInvalid(
                name: name,
                expected: "UTF-8 in percent-encoding",
                found: String(text)
            )
        }
        return decoded
    }

    func text(_ name: String) -> String? { values[name] }

    /// The value, read by what may stand there.
    func value<Value>(
        _ name: String,
        expected: String,
        _ read: (String) -> Value?
    ) throws(APIRefusal) -> Value? {
        guard let text = values[name] else { return nil }
        guard let value = read(text) else {
            throw .parameterInvalid(name: name, expected: expected, found: text)
        }
        return value
    }

    func flag(_ name: String) throws(APIRefusal) -> Bool {
        try value(name, expected: "true or false") { text in
            switch text {
            case "true": true
            case "false": false
            default: nil
            }
        } ?? false
    }

    func limit() throws(APIRefusal) -> Int {
        try value("limit", expected: "a whole number from 1 to \(APILimits.page)") { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
                (1...APILimits.page).contains(number)
            else { return nil }
            return number
        } ?? APILimits.usualPage
    }
}

extension OfficeContext {
    /// A parameter of the path, its percent-encoding undone.
    func parameter(_ name: String) -> String {
        let text = parameters.get(name) ?? ""
        return text.removingPercentEncoding ?? text
    }

    /// The item that the path names.
    ///
    /// - Throws: ``DeskRefusal`` `itemUnknown` where it names none that can be.
    func itemID() throws(DeskRefusal) -> ItemID {
        guard let id = ItemID(parameter("id")) else { throw .itemUnknown }
        return id
    }

    func draftCode() throws(DeskRefusal) -> DraftCode {
        guard let code = DraftCode(parameter("code")) else { throw .draftUnknown }
        return code
    }
}

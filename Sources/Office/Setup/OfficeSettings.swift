package import Mail
import Yams

/// What an operator may set in `office.yaml`; nothing secret, and nothing a recorded item needs.
package struct OfficeSettings: Hashable, Sendable {
    /// Copies of a customs form by destination; `default` where a destination has no row.
    package var copies: [DeclarationForm: [String: Int]] = [:]

    package init() {}

    /// How many copies of that form go with an item to that destination.
    package func copies(of form: DeclarationForm, to destination: Country) -> Int {
        let table = copies[form, default: [:]]
        return table[destination.code] ?? table["default"] ?? 1
    }

    package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
        package let hint: String
    }

    private static let formNames: [String: DeclarationForm] = [
        "cn22": .cn22, "cn23": .cn23, "cp72": .cp72,
    ]

    /// Reads the text of `office.yaml`.
    ///
    /// - Throws: ``Flaw`` for a key that means nothing or a value that cannot be.
    package init(yaml: String) throws(Flaw) {
        let root: Any?
        do {
            root = try Yams.load(yaml: yaml)
        } catch {
            throw Flaw(
                description: "office.yaml is not yaml: \(error)",
                hint: "write it as `key: value` lines; an empty file takes every default"
            )
        }
        guard let root else { return }
        guard let keys = root as? [String: Any] else {
            throw Flaw(
                description: "office.yaml: expected keys, found something else",
                hint: "the one key is `copies:`"
            )
        }
        for (key, value) in keys {
            guard key == "copies" else {
                throw Flaw(
                    description: "office.yaml: no setting is named '\(key)'",
                    hint: "did you mean 'copies'?"
                )
            }
            copies = try Self.copies(value)
        }
    }

    private static func copies(_ value: Any) throws(Flaw) -> [DeclarationForm: [String: Int]] {
        let hint = "write `copies: {cn23: {default: 1, JP: 2}}` with 1 to 9 copies"
        guard let forms = value as? [String: Any] else {
            throw Flaw(description: "office.yaml: copies: expected forms", hint: hint)
        }
        var table: [DeclarationForm: [String: Int]] = [:]
        for (name, rows) in forms {
            guard let form = formNames[name], let rows = rows as? [String: Int] else {
                throw Flaw(
                    description: "office.yaml: copies: '\(name)' is no table of a form",
                    hint: hint
                )
            }
            for (destination, count) in rows {
                guard destination == "default" || Country(destination) != nil,
                    (1...9).contains(count)
                else {
                    throw Flaw(
                        description: "office.yaml: copies: \(name): '\(destination): \(count)'",
                        hint: hint
                    )
                }
            }
            table[form] = rows
        }
        return table
    }

    /// What `init` writes: every setting with what it means, all commented out.
    package static let template = """
        # Settings of this office. A key that means nothing is an error.
        #
        # Copies of a customs form by destination; one where nothing is said.
        # copies:
        #   cn23: { default: 1, JP: 2 }

        """
}

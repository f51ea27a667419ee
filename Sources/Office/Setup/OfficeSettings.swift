package import Mail
import Yams

/// What an operator may set in `office.yaml`; nothing secret, and nothing a recorded item needs.
package struct OfficeSettings: Hashable, Sendable {
    /// Copies of a customs form by destination; `default` where a destination has no row.
    package var copies: [DeclarationForm: [String: Int]] = [:]

    /// The label stock in the office's printers.
    package var label = LabelFormat.mm100x150

    /// Where copies of keys are kept.
    package var escrows = EscrowSettings()

    /// Who vouches for the journal's growth.
    package var witnesses = WitnessSettings()

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
                hint: "the keys are `copies:`, `label:`, `escrows:` and `witnesses:`"
            )
        }
        for (key, value) in keys {
            switch key {
            case "copies": copies = try Self.copies(value)
            case "label": label = try Self.label(value)
            case "escrows": escrows = try EscrowSettings(value)
            case "witnesses": witnesses = try WitnessSettings(value)
            default:
                throw Flaw(
                    description: "office.yaml: no setting is named '\(key)'",
                    hint: "did you mean '\(Self.nearest(key))'?"
                )
            }
        }
    }

    private static func nearest(_ key: String) -> String {
        switch key.lowercased().first {
        case "l": "label"
        case "e": "escrows"
        case "w": "witnesses"
        default: "copies"
        }
    }

    private static func label(_ value: Any) throws(Flaw) -> LabelFormat {
        guard let label = (value as? String).flatMap(LabelFormat.init) else {
            throw Flaw(
                description: "office.yaml: label: expected 100x150 or a6, found '\(value)'",
                hint: "write `label: a6`"
            )
        }
        return label
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
        #
        # The label stock in the printers: 100x150 (millimetres) or a6.
        # label: 100x150
        #
        # Where copies of the keys are kept: folders elsewhere, each with its own credential.
        # escrows:
        #   - /mnt/stick/posthorn-escrow
        #
        # Who vouches for the journal's growth: a tlog-policy file, and how old a cosignature may be.
        # witnesses: { policy: witnesses.policy, maxAge: 3600 }

        """
}

import Mail
import Yams

/// Copies of a customs form by destination, as `office.yaml` has them.
enum CopiesTable {
    private static let forms: [String: DeclarationForm] = [
        "cn22": .cn22, "cn23": .cn23, "cp72": .cp72,
    ]
    private static let hint = "write `copies: {cn23: {default: 1, JP: 2}}` with 1 to 9 copies"

    static func read(_ node: Node?) throws(OfficeSettings.Flaw) -> [DeclarationForm: [String: Int]]
    {
        guard let node else { return [:] }
        guard let rows = node.mapping else { throw flaw("copies: expected forms") }
        var table: [DeclarationForm: [String: Int]] = [:]
        for (name, destinations) in rows {
            let name = name.string ?? ""
            guard let form = forms[name], let destinations = destinations.mapping else {
                throw flaw("copies: '\(name)' is no table of a form")
            }
            for (destination, count) in destinations {
                let destination = destination.string ?? ""
                guard destination == "default" || Country(destination) != nil,
                    let count = count.int, (1...9).contains(count)
                else {
                    throw flaw("copies: \(name): '\(destination): \(count.string ?? "")'")
                }
                table[form, default: [:]][destination] = count
            }
        }
        return table
    }

    private static func flaw(_ description: String) -> OfficeSettings.Flaw {
        OfficeSettings.Flaw(description: "office.yaml: " + description, hint: hint)
    }
}

import Mail
import Office

/// What the rules ask of an item before anybody filled it in: by its destination, product, nature
/// and who sends it.
struct FieldNeeds: Hashable, Sendable {
    enum Need: String, Hashable, Sendable, CaseIterable {
        /// Without it the item is refused or held.
        case needed
        /// Without it there is a warning.
        case advised
    }

    static let none = FieldNeeds()

    private var byName: [String: Need] = [:]

    private init() {}

    /// Asks the office's own rules about an item of which nothing but what decides is known, so
    /// that no list of ours can differ from what lodging says.
    init(_ values: FormValues, _ office: ServedOffice) async throws {
        guard values.text("addressee.country") != nil, values.text("product") != nil else { return }
        let findings = try await office.findings(
            of: Lodging(
                key: .once("needs"),
                lodgement: Self.lodgement(values),
                channel: .counter,
                findings: []
            )
        )
        for finding in findings {
            let name = String(finding.pointer.dropFirst().replacing("/", with: "."))
            let need: Need = finding.severity == .warn ? .advised : .needed
            if byName[name] != .needed { byName[name] = need }
        }
    }

    /// Fields that decide what else is asked.
    static let deciding: Set<String> = [
        "addressee.country", "sender.country", "product", "senderKind", "contents.nature",
    ]

    private static func lodgement(_ values: FormValues) -> Lodgement {
        var known = FormValues()
        for (name, value) in values.fields where deciding.contains(name) { known.set(name, value) }
        var lodgement = FormLodgement.read(known).lodgement
        // Goods of which nothing is said: so the rules name what is to be said of each line.
        var contents = lodgement.contents ?? LodgedContents()
        contents.lines = [LodgedLine()]
        lodgement.contents = contents
        return lodgement
    }

    /// What is asked of every content line is asked of the one at hand.
    func need(of name: String) -> Need? {
        guard name.hasPrefix("contents.lines.") else { return byName[name] }
        let field = name.split(separator: ".").dropFirst(3).joined(separator: ".")
        return byName["contents.lines.0.\(field)"]
    }
}

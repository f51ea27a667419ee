import Ledger
import Mail
import Office

/// What the lane plan says on the way: at the first question that lets it say anything, on every page
/// behind it, and above the forms of those who lodge.
struct LaneNotes {
    /// Rules that a page lists; the board has them all.
    private static let listed = 6

    private let visit: Visit
    private var words: WordList { visit.words }

    init(_ visit: Visit) {
        self.visit = visit
    }

    /// What is said above a question, by what was answered before it.
    func notes(_ question: Question, _ values: FormValues) throws -> [[String: String]] {
        guard question != .country, let outlook = try outlook(values) else { return [] }
        var notes = FindingNotes.notes(outlook.findings, words)
        if outlook.isPartly, !notes.isEmpty {
            notes = notes.map { note in
                note.merging(["kindWord": words("lanes_partly")]) { $1 }
            }
        }
        return notes
    }

    /// What keeps the visitor from going on behind a question: nothing of it is taken.
    func refusals(_ question: Question, _ values: FormValues) throws -> [Finding] {
        let pointers: [Question: String] = [
            .country: "/addressee/country", .nature: "/contents/nature", .product: "/product",
        ]
        guard let pointer = pointers[question], let outlook = try outlook(values),
            outlook.isRefused
        else { return [] }
        return outlook.findings.filter { $0.severity == .refuse }
            .map { Finding($0.code, at: pointer, $0.details) }
    }

    private func outlook(_ values: FormValues) throws -> LaneOutlook? {
        guard let country = values.text("addressee.country").flatMap({ Country($0) }) else {
            return nil
        }
        let known = LaneOutlook.Known(
            to: country,
            postcode: values.text("addressee.postcode"),
            by: values.text("product").flatMap { Product(rawValue: $0) },
            from: values.text("senderKind").flatMap { SenderKind(rawValue: $0) },
            data: needsData(values, country)
        )
        return try visit.office.outlook(known, through: .web)
    }

    /// Correspondence needs none, and what stays within a customs area needs none; else goods do.
    private func needsData(_ values: FormValues, _ country: Country) -> Bool? {
        guard let nature = values.text("contents.nature") else { return nil }
        if nature == Nature.correspondence.rawValue { return false }
        let own = visit.office.profile.country
        if own == country { return false }
        let areas = (
            CustomsTerritory.of(own, postcode: values.text("sender.postcode")),
            CustomsTerritory.of(country, postcode: values.text("addressee.postcode"))
        )
        return areas.0 == nil || areas.0 != areas.1
    }

    /// What is said of a draft that waits to be brought to a counter.
    func notes(of row: DraftRow) async throws -> [[String: String]] {
        let (code, now) = (row.code, visit.now)
        let draft = try await visit.office.door.perform { desk in
            try await desk.draft(code, for: .local, at: now)
        }
        let lodging = Lodging(
            key: .once(code.text),
            lodgement: draft.lodgement,
            channel: .web,
            findings: []
        )
        let findings = try await visit.office.findings(of: lodging)
        return FindingNotes.notes(findings.filter { !$0.laneMembers.isEmpty }, words)
    }

    /// What a door takes only in part, a line each.
    func restrictions(of channel: Channel) throws -> [[String: Any]] {
        let rules = try visit.office.restrictions(of: channel)
        guard !rules.isEmpty else { return [] }
        let lines = rules.prefix(Self.listed)
            .map { rule in
                let state = words("lane_\(rule.state.name.rawValue)")
                return "\(LaneWords(words).lanes(rule.selector)): \(state). \(rule.reason)"
            }
        let rest = rules.count - lines.count
        return [["list": rest > 0 ? lines + ["+ \(rest)"] : Array(lines)]]
    }
}

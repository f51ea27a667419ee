import Hummingbird
import Mail
import Office

/// All answers once more, each with a way to change it; saving gives the draft code.
struct AnswersPage {
    /// How often a code is drawn anew because it was taken.
    private static let draws = 4

    let visit: Visit
    let token: String

    private var words: WordList { visit.words }

    /// What the rules of the day say of the answers, nothing being recorded.
    func findings(_ values: FormValues) async throws -> [Finding] {
        try await visit.office.findings(of: lodging(values))
    }

    private func lodging(_ values: FormValues) -> Lodging {
        let (lodgement, findings) = FormLodgement.read(FormLodgement.tidied(values))
        return Lodging(
            key: .once(token),
            lodgement: lodgement,
            channel: .web,
            findings: findings
        )
    }

    func show(_ values: FormValues) async throws -> Response {
        if let open = Question.all(values).first(where: { !$0.isAnswered(values) }) {
            return visit.redirect(to: open.path(token))
        }
        return try page(values, try await findings(values))
    }

    func save(_ values: FormValues, in book: SendBook) async throws -> Response {
        let findings = try await findings(values)
        guard !findings.contains(where: { $0.severity == .refuse }) else {
            return try page(values, findings)
        }
        let code = try await draft(lodging(values).lodgement)
        // A crash before this leaves a draft whose code nobody saw; it expires.
        try book.keep(.saved(code), under: token)
        return visit.redirect(to: SiteMap.draft.path(code.text))
    }

    /// Two clicks on one button are one draft: the token makes them one request.
    private func draft(_ lodgement: Lodgement) async throws -> DraftCode {
        let request = LodgeRequest(author: .visitor, key: token, fingerprint: token)
        let now = visit.now
        var draws = 0
        while true {
            let code = visit.office.draftCode()
            draws += 1
            do {
                return try await visit.office.door
                    .perform { desk in
                        try await desk.saveDraft(
                            lodgement,
                            under: code,
                            through: .web,
                            request,
                            at: now
                        )
                    }
                    .code
            } catch DeskRefusal.busy where draws < Self.draws {
                continue
            }
        }
    }

    private struct Row {
        let label: String
        let value: String?
        let href: String?
    }

    private struct Section {
        let title: String
        let rows: [Row]
    }

    private func page(_ values: FormValues, _ findings: [Finding]) throws -> Response {
        let refused = findings.filter { $0.severity == .refuse }
        let errors = refused.map { finding in
            let message = finding.json(in: visit.language)["message"]?.text ?? ""
            let field = String(finding.pointer.dropFirst().replacing("/", with: "."))
            return ErrorLink(message, leadingTo: Question.of(field)?.path(token))
        }
        let notes = FindingNotes.notes(findings.filter { $0.severity != .refuse }, words)
        return try visit.answer(
            Page(
                template: "answers",
                title: words("answers_title"),
                values: ["sections": sections(values), "notes": notes],
                status: errors.isEmpty ? .ok : .unprocessableContent,
                section: .send,
                isCalm: true,
                errors: errors
            )
        )
    }

    private func sections(_ values: FormValues) -> [Section] {
        let lodgement = FormLodgement.read(values).lodgement
        let facts = ItemFacts(words: words)
        func row(_ label: String, _ value: String?, _ question: Question) -> Row {
            Row(label: words(label), value: value, href: question.path(token))
        }
        let item = Section(
            title: words("section_item"),
            rows: [
                row("f_destination", lodgement.addressee.country.map(facts.country), .country),
                row(
                    "f_nature",
                    lodgement.contents?.nature.map { facts.word("nature_", $0) },
                    .nature
                ),
                row("f_product", lodgement.product.map(facts.product), .product),
                row("f_grossWeight", lodgement.grossWeight.map(String.init), .weight),
            ]
        )
        let goods = facts.lines(lodgement).enumerated()
            .map { number, line in
                Row(
                    label: words("line_heading", ["number": String(number + 1)]),
                    value: [
                        "\(line.quantity) × \(line.description)", line.weight + " g", line.value,
                        line.tariff, line.origin,
                    ]
                    .filter { !$0.isEmpty }.joined(separator: "\n"),
                    href: Question.goods(number).path(token)
                )
            }
        let people = Section(
            title: words("section_addressee") + " · " + words("section_sender"),
            rows: [
                row("section_addressee", facts.address(lodgement.addressee), .addressee),
                row("section_sender", facts.address(lodgement.sender), .sender),
            ]
        )
        let contents = Section(title: words("section_contents"), rows: goods)
        return goods.isEmpty ? [item, people] : [item, contents, people]
    }
}

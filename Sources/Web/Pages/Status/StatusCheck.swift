import Mail
import Office

/// Two questions, what and where to, and what lanes say of it at counters and on the pages.
struct StatusCheck {
    /// What is asked about: correspondence, or goods by a product.
    private static let letters = "letters"

    private let visit: Visit
    private var words: WordList { visit.words }

    init(_ visit: Visit) {
        self.visit = visit
    }

    struct Answer {
        let text: String
        let kind: String
    }

    private var country: Country? { visit.query("to").flatMap { Country($0) } }
    private var what: String? {
        visit.query("what")
            .flatMap { $0 == Self.letters || Product(rawValue: $0) != nil ? $0 : nil }
    }

    var isAsked: Bool { country != nil && what != nil }

    var fields: [Field] {
        var values = FormValues()
        values.set("what", what ?? "")
        values.set("to", country?.code ?? "")
        let whats =
            [("", words("choose")), (Self.letters, words("status_w_letters"))]
            + Product.allCases.map {
                (
                    $0.rawValue,
                    words("status_check_goods", ["product": words("product_\($0.rawValue)")])
                )
            }
        return FormSheet(words, values)
            .fields([
                FieldPlan("what", words("status_check_what"), .select(whats), width: "c6"),
                FieldPlan(
                    "to",
                    words("status_check_to"),
                    .select(Choices.countries(words)),
                    width: "c6"
                ),
            ])
    }

    /// An answer for both doors where they say the same, else for each.
    func answers() throws -> [Answer] {
        guard let country, let what else { return [] }
        let known = LaneOutlook.Known(
            to: country,
            by: Product(rawValue: what),
            data: what != Self.letters
        )
        let place = country.name(in: visit.language)
        let counter = try answer(known, .counter, place)
        let online = try answer(known, .web, place)
        if counter.text == online.text { return [counter] }
        return [("status_d_counter", counter), ("status_d_online", online)]
            .map { door, answer in
                Answer(
                    text: words("status_check_door", ["door": words(door), "answer": answer.text]),
                    kind: answer.kind
                )
            }
    }

    private func answer(
        _ known: LaneOutlook.Known,
        _ channel: Channel,
        _ place: String
    ) throws -> Answer {
        let outlook = try visit.office.outlook(known, through: channel)
        guard let strictest = outlook.findings.first else {
            return Answer(text: words("status_check_yes", ["place": place]), kind: "good")
        }
        if outlook.isPartly {
            return Answer(text: words("status_check_some", ["place": place]), kind: "warn")
        }
        guard outlook.isRefused else {
            return Answer(text: words("status_check_held", ["place": place]), kind: "warn")
        }
        let resume = strictest.details["resume"].flatMap { visit.office.calendar.moment($0) }
        guard let resume else {
            return Answer(text: words("status_check_no", ["place": place]), kind: "warn")
        }
        let time = visit.office.calendar.text(resume)
        return Answer(
            text: words("status_check_wait", ["place": place, "time": time]),
            kind: "warn"
        )
    }
}

import Hummingbird
import Mail
import Office

/// One question: a way back, one heading, the fields, "Continue".
struct QuestionPage {
    let visit: Visit
    let token: String

    private var words: WordList { visit.words }
    var fields: QuestionFields {
        QuestionFields(words: visit.words, office: visit.office.profile)
    }

    private struct Radio {
        let name: String
        let id: String
        let value: String
        let label: String
        let hint: String?
        let isChosen: Bool
    }

    func show(
        _ question: Question,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws
        -> Response
    {
        let plans = fields.plans(question)
        let sheet = FormSheet(words, values, said: notes.said)
        var shown: [String: Any] = [
            "back": back(question, values), "progress": progress(question, values),
            "fields": sheet.fields(plans), "single": plans.count == 1 && question != .nature,
        ]
        shown["notes"] = try LaneNotes(visit).notes(question, values)
        if let (name, options) = fields.choices(question) {
            shown["radios"] = [
                [
                    "said": notes.said[name] ?? [],
                    "options": options.enumerated()
                        .map { number, option in
                            Radio(
                                name: name,
                                id: number == 0 ? Field.id(name) : "\(Field.id(name))-\(number)",
                                value: option.value,
                                label: option.label,
                                hint: nil,
                                isChosen: option.value == values[name]
                            )
                        },
                ] as [String: Any]
            ]
        }
        return try visit.answer(
            Page(
                template: "question",
                title: words(question.titleWord),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .send,
                isCalm: true,
                errors: notes.errors
            )
        )
    }

    /// What is inside so far, with a way to change, remove and add.
    func list(_ values: FormValues) throws -> Response {
        struct Line {
            let text: String
            let href: String
            let index: Int
        }
        let count = FormLodgement.lineCount(values)
        let lines = (0..<count)
            .map { number in
                let line = "contents.lines.\(number)"
                let text =
                    "\(values["\(line).quantity"]) × \(values["\(line).description"]), "
                    + "\(values["\(line).lineValue"]) \(values["\(line).currency"])"
                return Line(text: text, href: Question.goods(number).path(token), index: number)
            }
        return try visit.answer(
            Page(
                template: "goods",
                title: words("ask_goods_list"),
                values: [
                    "back": back(.goodsList, values), "progress": progress(.goodsList, values),
                    "lines": lines, "add": Question.goods(count).path(token),
                ],
                section: .send,
                isCalm: true
            )
        )
    }

    /// What keeps the visitor from going on: an answer that is missing, or that the rules refuse.
    func notes(_ question: Question, _ values: FormValues) async throws -> FindingNotes {
        let names = fields.names(question)
        var missing = FindingNotes([], fields: names, words)
        for name in question.required where values.text(name) == nil {
            missing.say(words("ask_missing"), at: name)
        }
        guard missing.errors.isEmpty else { return missing }
        let findings = try await AnswersPage(visit: visit, token: token).findings(values)
        let here = findings.filter { finding in
            finding.severity == .refuse
                && FindingNotes.field(of: finding.pointer, among: names) != nil
        }
        let lanes = try LaneNotes(visit).refusals(question, values)
        return FindingNotes(here + lanes, fields: names, words)
    }

    private func back(_ question: Question, _ values: FormValues) -> String {
        if case .goods(let number) = question, number > 0 { return Question.goodsList.path(token) }
        let order = Question.all(values)
        let place: Int? =
            if case .goods = question {
                order.firstIndex(of: .goodsList)
            } else {
                order.firstIndex(of: question)
            }
        guard let place, place > 0 else { return SiteMap.send.path() }
        return order[place - 1].path(token)
    }

    private func progress(_ question: Question, _ values: FormValues) -> String {
        let order = Question.all(values)
        var shown = question
        if case .goods = question { shown = .goodsList }
        let number = (order.firstIndex(of: shown) ?? 0) + 1
        return words(
            "send_progress",
            ["number": String(number), "total": String(order.count)]
        )
    }
}

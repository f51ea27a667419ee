import Mail
import Office

/// The dense form of a whole lodgement: shown, filled in, and with what is said about it.
struct LodgementForm {
    private let words: WordList
    private let plan: LodgementPlan
    let values: FormValues
    private let needs: FieldNeeds
    private(set) var lineCount: Int

    /// The form with so many content lines, one at least.
    init(
        _ words: WordList,
        _ values: FormValues,
        needs: FieldNeeds = .none,
        lines: Int? = nil
    ) {
        self.words = words
        self.values = values
        self.needs = needs
        plan = LodgementPlan(words: words)
        lineCount = max(1, lines ?? FormLodgement.lineCount(values))
    }

    private var lineNumbers: Range<Int> { 0..<lineCount }

    var plans: [FieldPlan] {
        let lines = lineNumbers.flatMap { plan.line($0) + plan.lineMore($0) }
        return plan.item + plan.sender + plan.addressee + plan.contents + lines + plan.terms
            + plan.more
    }

    var names: [String] { plans.map(\.name) }

    private struct Line {
        let index: Int
        let heading: String
        let fields: [Field]
        let more: [Field]
        let isOpen: Bool
    }

    /// The template's values.
    func shown(_ notes: FindingNotes) -> [String: Any] {
        let sheet = FormSheet(words, values, said: notes.said, needs: needs)
        return [
            "item": sheet.fields(plan.item), "sender": sheet.fields(plan.sender),
            "addressee": sheet.fields(plan.addressee), "contents": sheet.fields(plan.contents),
            "lines": lineNumbers.map { line($0, sheet) }, "terms": sheet.fields(plan.terms),
            "more": sheet.fields(plan.more), "isMoreOpen": isOpen(plan.more, notes.said),
            "notes": notes.notes,
        ]
    }

    private func line(_ number: Int, _ sheet: FormSheet) -> Line {
        let more = plan.lineMore(number)
        return Line(
            index: number,
            heading: words("line_heading", ["number": String(number + 1)]),
            fields: sheet.fields(plan.line(number)),
            more: sheet.fields(more),
            isOpen: isOpen(more, sheet.said)
        )
    }

    private func isOpen(_ plans: [FieldPlan], _ said: [String: [Said]]) -> Bool {
        plans.contains { plan in
            values.text(plan.name) != nil || said[plan.name] != nil
                || needs.need(of: plan.name) != nil
        }
    }
}

/// Which button of the form was pressed.
enum LodgementAct: Hashable {
    case lodge
    case check
    /// Only what is asked of the item, by what it is so far.
    case look
    case addLine
    case removeLine(Int)

    init(_ text: String) {
        let removed = text.hasPrefix("remove-") ? Int(text.dropFirst("remove-".count)) : nil
        self =
            switch (text, removed) {
            case (_, .some(let number)): .removeLine(number)
            case ("check", _): .check
            case ("look", _): .look
            case ("add-line", _): .addLine
            default: .lodge
            }
    }
}

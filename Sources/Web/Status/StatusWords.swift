import Mail
import Office

/// The public status in the reader's words.
struct StatusWords {
    let words: WordList
    let status: PublicStatus

    private var lanes: LaneWords { LaneWords(words) }

    init(_ status: PublicStatus, _ words: WordList) {
        self.status = status
        self.words = words
    }

    /// What everybody asks first, in one sentence.
    var answer: String {
        let places = status.rows.filter { $0.component != .operational }.map(place)
        return words(
            "status_answer_\(status.answer.rawValue)",
            ["places": places.joined(separator: ", ")]
        )
    }

    /// The class of the note that the answer stands in.
    var tone: String {
        switch status.answer {
        case .everything, .limited: "good"
        case .except, .letters, .waits, .partly, .nothing: "warn"
        }
    }

    func place(_ row: PublicStatus.Row) -> String {
        guard let destination = row.destination else {
            return words(status.rows.count == 1 ? "status_everywhere" : "lanes_else")
        }
        return lanes.destination(destination)
    }

    func what(_ what: PublicStatus.What) -> String {
        switch what {
        case .letters: words("status_w_letters")
        case .goods(let products) where products.count == Product.allCases.count:
            words("status_w_goods")
        case .goods(let products):
            words(
                "status_w_some",
                [
                    "products": products.map { words("product_\($0.rawValue)") }
                        .joined(separator: ", ")
                ]
            )
        }
    }

    /// Nothing where it is so at every door.
    func doors(_ doors: [PublicStatus.Door]) -> String? {
        doors.count == PublicStatus.Door.allCases.count
            ? nil : doors.map { words("status_d_\($0.rawValue)") }.joined(separator: ", ")
    }

    func state(_ state: PublicStatus.State) -> String { words("status_s_\(state.name)") }

    /// A shape and a colour that go with the word.
    func mark(_ state: PublicStatus.State) -> String {
        switch state {
        case .differs: "warn"
        case .all(.open): "ok"
        case .all(.capped): "lodged"
        case .all(.held): "held"
        case .all(.diverted): "released"
        case .all(.closed): "off"
        }
    }

    func component(_ component: PublicStatus.Component) -> String {
        words("status_c_\(component.rawValue)")
    }

    func time(_ moment: Moment) -> String { status.calendar.text(moment) }

    func day(_ day: CapacityDay) -> String {
        words(
            "status_day",
            [
                "day": day.day.text, "what": words("status_k_\(day.kind.rawValue)"),
                "percent": String(day.percent), "label": day.label,
            ]
        )
    }
}

/// How much of its usual work the office does on a day: strikes, holidays, closures.
///
/// It counts for the whole office; a destination that is closed for a time is a rule of the lane
/// plan with a beginning and an end.
package struct CapacityDay: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case strike
        case holiday
        case closure
        /// As usual: what was said before no longer holds.
        case usual
    }

    package let day: CalendarDay
    package let kind: Kind
    /// Per cent of every cap and of every release plan's hours.
    package let percent: Int
    /// What people call it.
    package let label: String
    package let by: Author
    package let at: Moment

    /// Nothing for a percentage that is none.
    package init?(
        day: CalendarDay,
        kind: Kind,
        percent: Int,
        label: String,
        by: Author,
        at: Moment
    ) {
        guard (0...100).contains(percent) else { return nil }
        self.day = day
        self.kind = kind
        self.percent = kind == .usual ? 100 : percent
        self.label = label
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("capacity", .string(kind.rawValue)), ("day", .string(day.text)),
            ("label", .string(label)), ("percent", .integer(percent)),
        ]
    }
}

extension EntryFields {
    func capacityDay() throws(Entry.Flaw) -> CapacityDay {
        guard
            let day = CapacityDay(
                day: try value("day") { CalendarDay($0) },
                kind: try code("capacity"),
                percent: try number("percent"),
                label: try text("label"),
                by: try value("by") { Author($0) },
                at: try moment("at")
            )
        else { throw flaw("percent") }
        return day
    }
}

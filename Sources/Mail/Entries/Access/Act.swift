/// That somebody did, or was refused, what not everybody may do.
package struct Act: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case done
        case refused
    }

    package let by: Author
    /// The act's frozen name, such as `item.cancel` or `session.begin`.
    package let name: String
    package let outcome: Outcome
    /// What it was done to: an item's number, a key's public part, an account's name.
    package let object: String?
    /// Why it was refused, or in whose words it was done.
    package let reason: String?
    /// How often, where many equal refusals are told as one.
    package let times: Int
    package let at: Moment

    package init(
        by: Author,
        name: String,
        outcome: Outcome,
        object: String? = nil,
        reason: String? = nil,
        times: Int = 1,
        at: Moment
    ) {
        self.by = by
        self.name = name
        self.outcome = outcome
        self.object = object
        self.reason = reason
        self.times = times
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("act", .string(name)), ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("object", .text(object)), ("outcome", .string(outcome.rawValue)),
            ("reason", .text(reason)), ("times", times == 1 ? nil : .integer(times)),
        ]
    }
}

extension EntryFields {
    func act() throws(Entry.Flaw) -> Act {
        Act(
            by: try value("by") { Author($0) },
            name: try text("act"),
            outcome: try code("outcome"),
            object: json["object"]?.text,
            reason: json["reason"]?.text,
            times: json["times"]?.wholeNumber ?? 1,
            at: try moment("at")
        )
    }
}

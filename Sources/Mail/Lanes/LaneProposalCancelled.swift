/// That a change which waits for a second person is not wanted any more.
package struct LaneProposalCancelled: Hashable, Sendable {
    package let proposal: String
    package let reason: String
    package let by: Author
    package let at: Moment

    package init(proposal: String, reason: String, by: Author, at: Moment) {
        self.proposal = proposal
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("proposal", .string(proposal)), ("reason", .string(reason)),
        ]
    }
}

extension EntryFields {
    func laneProposalCancelled() throws(Entry.Flaw) -> LaneProposalCancelled {
        LaneProposalCancelled(
            proposal: try text("proposal"),
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

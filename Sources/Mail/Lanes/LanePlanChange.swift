/// That the lane plan is another one from now on.
package struct LanePlanChange: Hashable, Sendable {
    /// The plan's version behind the change.
    package let version: Int
    /// The numbers of the rules that went.
    package let dropped: [Int]
    /// The number of the first rule that came; the others follow it.
    package let firstRule: Int
    package let added: [LaneSetting]
    package let reason: String
    package let by: Author
    /// The second person, where the change was dangerous.
    package let approvedBy: Author?
    /// The proposal that was approved.
    package let proposal: String?
    package let at: Moment

    package init(
        version: Int,
        dropped: [Int],
        firstRule: Int,
        added: [LaneSetting],
        reason: String,
        by: Author,
        approvedBy: Author?,
        proposal: String?,
        at: Moment
    ) {
        self.version = version
        self.dropped = dropped
        self.firstRule = firstRule
        self.added = added
        self.reason = reason
        self.by = by
        self.approvedBy = approvedBy
        self.proposal = proposal
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("added", .array(added.map(\.json))), ("approvedBy", .text(approvedBy?.text)),
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("dropped", .array(dropped.map { .integer($0) })), ("firstRule", .integer(firstRule)),
            ("proposal", .text(proposal)), ("reason", .string(reason)),
            ("version", .integer(version)),
        ]
    }
}

/// That somebody wants a change which takes a second person.
package struct LaneProposal: Hashable, Sendable {
    /// `p1`, `p2`: counted by the office.
    package let id: String
    package let request: LaneRequest
    /// The plan's version that the change was weighed against.
    package let version: Int
    package let dangers: [LaneDanger]
    package let by: Author
    package let at: Moment
    package let expiresAt: Moment

    package init(
        id: String,
        request: LaneRequest,
        version: Int,
        dangers: [LaneDanger],
        by: Author,
        at: Moment,
        expiresAt: Moment
    ) {
        self.id = id
        self.request = request
        self.version = version
        self.dangers = dangers
        self.by = by
        self.at = at
        self.expiresAt = expiresAt
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("dangers", .array(dangers.map { .string($0.rawValue) })),
            ("expires", .integer(expiresAt.milliseconds)), ("proposal", .string(id)),
            ("request", request.json), ("version", .integer(version)),
        ]
    }
}

/// That a set of rules has a name, under which it can be put in force as a whole.
package struct LanePlanSaved: Hashable, Sendable {
    package let name: String
    package let settings: [LaneSetting]
    package let by: Author
    package let at: Moment

    package init(name: String, settings: [LaneSetting], by: Author, at: Moment) {
        self.name = name
        self.settings = settings
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)), ("name", .string(name)),
            ("settings", .array(settings.map(\.json))),
        ]
    }
}

extension EntryFields {
    func number(_ member: String) throws(Entry.Flaw) -> Int {
        guard let number = Int(exactly: try count(member)) else { throw flaw(member) }
        return number
    }

    func lanePlanChange() throws(Entry.Flaw) -> LanePlanChange {
        LanePlanChange(
            version: try number("version"),
            dropped: try list("dropped") { $0.wholeNumber },
            firstRule: try number("firstRule"),
            added: try list("added", LaneSetting.init),
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            approvedBy: json["approvedBy"] == nil ? nil : try value("approvedBy") { Author($0) },
            proposal: json["proposal"]?.text,
            at: try moment("at")
        )
    }

    func laneProposal() throws(Entry.Flaw) -> LaneProposal {
        guard let request = json["request"].flatMap(LaneRequest.init) else { throw flaw("request") }
        return LaneProposal(
            id: try text("proposal"),
            request: request,
            version: try number("version"),
            dangers: try list("dangers") { $0.text.flatMap(LaneDanger.init) },
            by: try value("by") { Author($0) },
            at: try moment("at"),
            expiresAt: try moment("expires")
        )
    }

    func lanePlanSaved() throws(Entry.Flaw) -> LanePlanSaved {
        LanePlanSaved(
            name: try text("name"),
            settings: try list("settings", LaneSetting.init),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

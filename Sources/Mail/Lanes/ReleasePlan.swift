/// What of the backlog is let go, and how fast.
///
/// The items are those that the lanes hold when it is planned, in an order that is fixed then; what
/// is held later waits for a plan of its own.
package struct ReleasePlan: Hashable, Sendable {
    /// `r1`, `r2`: counted by the office.
    package let id: String
    package let selector: LaneSelector
    package let perHour: Int
    /// Whether it lets go, too, what waits on lanes that take in nothing new: the mail that was in
    /// the building when they closed.
    package let closedToo: Bool
    package let reason: String
    package let by: Author
    /// The second person, whom a plan for closed lanes takes.
    package let approvedBy: Author?
    package let at: Moment

    package init(
        id: String,
        selector: LaneSelector,
        perHour: Int,
        closedToo: Bool = false,
        reason: String,
        by: Author,
        approvedBy: Author? = nil,
        at: Moment
    ) {
        self.id = id
        self.selector = selector
        self.perHour = perHour
        self.closedToo = closedToo
        self.approvedBy = approvedBy
        self.reason = reason
        self.by = by
        self.at = at
    }

    /// What its own hours are counted under.
    package var name: String { "release " + id }

    var members: [(String, JSONValue?)] {
        [
            ("approvedBy", .text(approvedBy?.text)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("closedToo", closedToo ? .bool(true) : nil),
            ("lane", .string(selector.text)), ("perHour", .integer(perHour)),
            ("reason", .string(reason)), ("release", .string(id)),
        ]
    }
}

/// That nothing more is let go by a plan.
package struct ReleaseStopped: Hashable, Sendable {
    package let id: String
    package let reason: String
    package let by: Author
    package let at: Moment

    package init(id: String, reason: String, by: Author, at: Moment) {
        self.id = id
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("reason", .string(reason)), ("release", .string(id)),
        ]
    }
}

/// What goes before what when a backlog is let go: first what needs least.
package enum ReleaseClass: Int, Hashable, Sendable, CaseIterable {
    /// What needs no customs data.
    case correspondence
    case ems
    case letterPost
    case parcels

    package init(_ product: Product, data: Bool) {
        self =
            switch product {
            case _ where !data: .correspondence
            case .ems: .ems
            case .letter, .packet, .packetTracked, .registered, .insured: .letterPost
            case .parcel, .ecommerceParcel: .parcels
            }
    }
}

extension EntryFields {
    func releasePlan() throws(Entry.Flaw) -> ReleasePlan {
        ReleasePlan(
            id: try text("release"),
            selector: try value("lane") { try? LaneSelector($0) },
            perHour: try number("perHour"),
            closedToo: json["closedToo"] == .bool(true),
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            approvedBy: json["approvedBy"] == nil ? nil : try value("approvedBy") { Author($0) },
            at: try moment("at")
        )
    }

    func releaseStopped() throws(Entry.Flaw) -> ReleaseStopped {
        ReleaseStopped(
            id: try text("release"),
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

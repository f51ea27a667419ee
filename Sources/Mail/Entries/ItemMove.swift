/// That an item went from one state to another.
package struct ItemMove: Hashable, Sendable {
    package let item: ItemID
    package let to: ItemState
    /// Why, in the words of whoever did it.
    package let reason: String?
    package let by: Author
    /// The cap that a release counts in.
    package let use: LaneUse?
    /// The release plan that let it go, and the hour it counts in there.
    package let release: LaneUse?
    package let at: Moment

    package init(
        item: ItemID,
        to: ItemState,
        reason: String?,
        by: Author,
        use: LaneUse? = nil,
        release: LaneUse? = nil,
        at: Moment
    ) {
        self.item = item
        self.to = to
        self.reason = reason
        self.by = by
        self.use = use
        self.release = release
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("item", .string(item.text)), ("lane", use?.json), ("reason", .text(reason)),
            ("release", release?.json),
            ("to", .string(to.rawValue)),
        ]
    }
}

extension EntryFields {
    func itemMove() throws(Entry.Flaw) -> ItemMove {
        ItemMove(
            item: try value("item") { ItemID($0) },
            to: try code("to"),
            reason: json["reason"]?.text,
            by: try value("by") { Author($0) },
            use: try laneUse(),
            release: try laneUse("release"),
            at: try moment("at")
        )
    }
}

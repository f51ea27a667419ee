/// That an item went from one state to another.
package struct ItemMove: Hashable, Sendable {
    package let item: ItemID
    package let to: ItemState
    /// Why, in the words of whoever did it.
    package let reason: String?
    package let by: Author
    package let at: Moment

    package init(item: ItemID, to: ItemState, reason: String?, by: Author, at: Moment) {
        self.item = item
        self.to = to
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("item", .string(item.text)), ("reason", .text(reason)),
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
            at: try moment("at")
        )
    }
}

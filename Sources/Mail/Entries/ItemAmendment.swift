/// What an item is from now on: its record whole, under the number it has.
///
/// The earlier record stays in the journal; documents of the item are issued anew.
package struct ItemAmendment: Hashable, Sendable {
    package let record: ItemRecord
    /// 2 for the first amendment, and so on.
    package let version: Int
    package let by: Author
    package let at: Moment

    package init(record: ItemRecord, version: Int, by: Author, at: Moment) {
        self.record = record
        self.version = version
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        record.members + [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("version", .integer(version)),
        ]
    }
}

extension EntryFields {
    func itemAmendment() throws(Entry.Flaw) -> ItemAmendment {
        ItemAmendment(
            record: try itemRecord(),
            version: Int(try count("version")),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

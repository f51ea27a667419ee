/// That what an advisory was about is over; the last of its versions.
package struct AdvisoryEnded: Hashable, Sendable {
    package let name: AdvisoryName
    /// One more than that of the last update.
    package let version: Int
    package let by: Author
    package let at: Moment

    package init(name: AdvisoryName, version: Int, by: Author, at: Moment) {
        self.name = name
        self.version = version
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("advisory", .string(name.text)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("version", .integer(version)),
        ]
    }
}

extension EntryFields {
    func advisoryEnded() throws(Entry.Flaw) -> AdvisoryEnded {
        AdvisoryEnded(
            name: try value("advisory") { AdvisoryName($0) },
            version: try number("version"),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

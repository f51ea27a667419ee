/// A lodgement that waits to be bound to a number: made at home, lodged at a counter.
package struct Draft: Hashable, Sendable {
    package let code: DraftCode
    package let lodgement: Lodgement
    package let channel: Channel
    package let request: LodgeRequest
    package let savedAt: Moment
    package let expiresAt: Moment

    package init(
        code: DraftCode,
        lodgement: Lodgement,
        channel: Channel,
        request: LodgeRequest,
        savedAt: Moment,
        expiresAt: Moment
    ) {
        self.code = code
        self.lodgement = lodgement
        self.channel = channel
        self.request = request
        self.savedAt = savedAt
        self.expiresAt = expiresAt
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(savedAt.milliseconds)), ("channel", .string(channel.rawValue)),
            ("draft", .string(code.text)), ("expires", .integer(expiresAt.milliseconds)),
            ("lodgement", lodgement.json), ("request", request.json),
        ]
    }
}

extension EntryFields {
    func draft() throws(Entry.Flaw) -> Draft {
        guard let lodgementJSON = json["lodgement"] else { throw flaw("lodgement") }
        let (lodgement, _) = LodgementReader.read(lodgementJSON)
        guard let request = try lodgeRequest() else { throw flaw("request") }
        return Draft(
            code: try value("draft") { DraftCode($0) },
            lodgement: lodgement,
            channel: try code("channel"),
            request: request,
            savedAt: try moment("at"),
            expiresAt: try moment("expires")
        )
    }
}

/// That a draft will not be lodged.
package struct DraftDropped: Hashable, Sendable {
    package let code: DraftCode
    package let by: Author
    package let at: Moment

    package init(code: DraftCode, by: Author, at: Moment) {
        self.code = code
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("draft", .string(code.text)),
        ]
    }
}

extension EntryFields {
    func draftDropped() throws(Entry.Flaw) -> DraftDropped {
        DraftDropped(
            code: try value("draft") { DraftCode($0) },
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

/// How a lodgement was asked for: who asked, and what makes asking twice the same request.
///
/// It is recorded with what came of it, in one entry, so that a retry finds it after any crash.
package struct LodgeRequest: Hashable, Sendable {
    package let author: Author
    /// The `Idempotency-Key` of the request, when one was sent.
    package let key: String?
    /// SHA-256 of the request's body in hexadecimal, when a key was sent.
    package let fingerprint: String?
    /// The draft that the item was made of.
    package let draft: DraftCode?

    package init(
        author: Author,
        key: String? = nil,
        fingerprint: String? = nil,
        draft: DraftCode? = nil
    ) {
        self.author = author
        self.key = key
        self.fingerprint = fingerprint
        self.draft = draft
    }

    var json: JSONValue {
        .members([
            ("author", .string(author.text)), ("draft", .text(draft?.text)),
            ("fingerprint", .text(fingerprint)), ("key", .text(key)),
        ])
    }
}

extension EntryFields {
    func lodgeRequest() throws(Entry.Flaw) -> LodgeRequest? {
        guard let json = json["request"] else { return nil }
        let fields = EntryFields(kind: kind, json: json)
        return LodgeRequest(
            author: try fields.value("author") { Author($0) },
            key: json["key"]?.text,
            fingerprint: json["fingerprint"]?.text,
            draft: json["draft"] == nil ? nil : try fields.value("draft") { DraftCode($0) }
        )
    }
}

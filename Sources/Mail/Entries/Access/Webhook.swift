/// Where events are sent, whole, as it is from now on (Standard Webhooks 1.0).
package struct Webhook: Hashable, Sendable {
    package let id: String
    package let url: String
    /// Base64 of the signing secrets, the newest first: two while one is rotated.
    package let secrets: [String]
    /// Kinds of events, such as `item.lodged`; all of them where the list is empty.
    package let events: [String]
    /// The account whose events are sent; every account's where there is none.
    package let customer: String?
    package let isActive: Bool
    /// Why it was switched off, when the office did it.
    package let reason: String?
    package let by: Author
    package let at: Moment

    package init(
        id: String,
        url: String,
        secrets: [String],
        events: [String],
        customer: String?,
        isActive: Bool,
        reason: String? = nil,
        by: Author,
        at: Moment
    ) {
        self.id = id
        self.url = url
        self.secrets = secrets
        self.events = events
        self.customer = customer
        self.isActive = isActive
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("active", .bool(isActive)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("customer", .text(customer)),
            ("events", .array(events.map { .string($0) })), ("reason", .text(reason)),
            ("secrets", .array(secrets.map { .string($0) })), ("url", .string(url)),
            ("webhook", .string(id)),
        ]
    }
}

extension EntryFields {
    func webhook() throws(Entry.Flaw) -> Webhook {
        guard case .bool(let isActive)? = json["active"] else { throw flaw("active") }
        return Webhook(
            id: try text("webhook"),
            url: try text("url"),
            secrets: try list("secrets") { $0.text },
            events: try list("events") { $0.text },
            customer: json["customer"]?.text,
            isActive: isActive,
            reason: json["reason"]?.text,
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

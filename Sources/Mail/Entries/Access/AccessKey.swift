/// A key that programs present: what is kept of it, which is not enough to present it.
package struct AccessKey: Hashable, Sendable {
    /// The public part, by which people name the key.
    package let id: String
    /// SHA-256 of the whole key in hexadecimal: the key is random, so no slow hash is needed.
    package let digest: String
    package let name: String
    package let role: Role
    package let mode: Mode
    /// The account whose items the key sees and lodges; every account where there is none.
    package let customer: String?
    package let expiresAt: Moment?
    /// The key that this one was made in place of.
    package let replaces: String?
    package let by: Author
    package let at: Moment

    package init(
        id: String,
        digest: String,
        name: String,
        role: Role,
        mode: Mode,
        customer: String?,
        expiresAt: Moment?,
        replaces: String? = nil,
        by: Author,
        at: Moment
    ) {
        self.id = id
        self.digest = digest
        self.name = name
        self.role = role
        self.mode = mode
        self.customer = customer
        self.expiresAt = expiresAt
        self.replaces = replaces
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("customer", .text(customer)), ("digest", .string(digest)),
            ("expires", expiresAt.map { .integer($0.milliseconds) }), ("key", .string(id)),
            ("mode", .string(mode.rawValue)), ("name", .string(name)),
            ("replaces", .text(replaces)), ("role", .string(role.rawValue)),
        ]
    }
}

extension EntryFields {
    func accessKey() throws(Entry.Flaw) -> AccessKey {
        AccessKey(
            id: try text("key"),
            digest: try text("digest"),
            name: try text("name"),
            role: try code("role"),
            mode: try code("mode"),
            customer: json["customer"]?.text,
            expiresAt: json["expires"] == nil ? nil : try moment("expires"),
            replaces: json["replaces"]?.text,
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

/// That a key opens nothing any more.
package struct AccessKeyRevoked: Hashable, Sendable {
    package let id: String
    package let reason: String?
    package let by: Author
    package let at: Moment

    package init(id: String, reason: String?, by: Author, at: Moment) {
        self.id = id
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)), ("key", .string(id)),
            ("reason", .text(reason)),
        ]
    }
}

extension EntryFields {
    func accessKeyRevoked() throws(Entry.Flaw) -> AccessKeyRevoked {
        AccessKeyRevoked(
            id: try text("key"),
            reason: json["reason"]?.text,
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}

/// What a sender is told of an advisory.
package enum AdvisoryNews: String, Hashable, Sendable, CaseIterable {
    case published
    case updated
    case ended

    /// As events and webhooks name it; frozen.
    package var event: String { "advisory." + rawValue }
}

/// That a sender of affected items was told of one version of an advisory; once and never again.
package struct SenderTold: Hashable, Sendable {
    /// A message that lies in the spool for a mail system to send.
    package struct Message: Hashable, Sendable {
        package let address: String
        package let language: Language
        /// The file's name, which is its own for ever.
        package let file: String

        package init(address: String, language: Language, file: String) {
            self.address = address
            self.language = language
            self.file = file
        }
    }

    package let name: AdvisoryName
    package let version: Int
    package let news: AdvisoryNews
    /// The account; empty for senders without one, who are their addresses.
    package let customer: String
    /// How many of the sender's items are affected.
    package let items: Int
    package let messages: [Message]
    package let at: Moment

    package init(
        name: AdvisoryName,
        version: Int,
        news: AdvisoryNews,
        customer: String,
        items: Int,
        messages: [Message],
        at: Moment
    ) {
        self.name = name
        self.version = version
        self.news = news
        self.customer = customer
        self.items = items
        self.messages = messages
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("advisory", .string(name.text)), ("at", .integer(at.milliseconds)),
            ("customer", .string(customer)), ("items", .integer(items)),
            (
                "messages",
                .array(
                    messages.map {
                        .members([
                            ("address", .string($0.address)), ("file", .string($0.file)),
                            ("language", .string($0.language.rawValue)),
                        ])
                    }
                )
            ),
            ("news", .string(news.rawValue)), ("version", .integer(version)),
        ]
    }
}

/// That everybody was told of a version who was to be: how many, and of how many items.
package struct AdvisoryTold: Hashable, Sendable {
    package let name: AdvisoryName
    package let version: Int
    package let senders: Int
    package let messages: Int
    package let items: Int
    package let at: Moment

    package init(
        name: AdvisoryName,
        version: Int,
        senders: Int,
        messages: Int,
        items: Int,
        at: Moment
    ) {
        self.name = name
        self.version = version
        self.senders = senders
        self.messages = messages
        self.items = items
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("advisory", .string(name.text)), ("at", .integer(at.milliseconds)),
            ("items", .integer(items)), ("messages", .integer(messages)),
            ("senders", .integer(senders)), ("version", .integer(version)),
        ]
    }
}

extension EntryFields {
    func senderTold() throws(Entry.Flaw) -> SenderTold {
        SenderTold(
            name: try value("advisory") { AdvisoryName($0) },
            version: try number("version"),
            news: try code("news"),
            customer: try text("customer"),
            items: try number("items"),
            messages: try list("messages") { json in
                guard let address = json["address"]?.text, let file = json["file"]?.text,
                    let language = json["language"]?.text.flatMap(Language.init)
                else { return nil }
                return SenderTold.Message(address: address, language: language, file: file)
            },
            at: try moment("at")
        )
    }

    func advisoryTold() throws(Entry.Flaw) -> AdvisoryTold {
        AdvisoryTold(
            name: try value("advisory") { AdvisoryName($0) },
            version: try number("version"),
            senders: try number("senders"),
            messages: try number("messages"),
            items: try number("items"),
            at: try moment("at")
        )
    }
}

/// What kind of news an advisory is.
package enum AdvisoryKind: String, Hashable, Sendable, CaseIterable {
    /// Something cannot be sent.
    case outage
    /// Something is slower, limited or about to be.
    case warning
    case information
}

/// What an advisory says in one language.
package struct AdvisoryText: Hashable, Sendable {
    /// Scalars of a title.
    package static let titleLimit = 120

    /// One line, without marks.
    package let title: String
    package let what: Prose
    /// What whoever reads it is to do.
    package let advice: Prose

    /// Why texts are none, and which of them.
    package struct Flaw: Error, Hashable, Sendable {
        package enum Part: String, Hashable, Sendable { case title, what, advice }

        package let part: Part
        package let why: Prose.Flaw
    }

    /// - Throws: ``Flaw``.
    package init(title: String, what: String, advice: String) throws(Flaw) {
        func read<Value>(
            _ part: Flaw.Part,
            _ read: () throws(Prose.Flaw) -> Value
        ) throws(Flaw) -> Value {
            do throws(Prose.Flaw) {
                return try read()
            } catch {
                throw Flaw(part: part, why: error)
            }
        }
        self.title = try read(.title) { () throws(Prose.Flaw) in
            try Prose.check(title, limit: Self.titleLimit)
            if title.contains("\n") { throw .unprintable(10) }
            return title
        }
        self.what = try read(.what) { () throws(Prose.Flaw) in try Prose(what) }
        self.advice = try read(.advice) { () throws(Prose.Flaw) in try Prose(advice) }
    }

    fileprivate var json: JSONValue {
        .members([
            ("advice", .string(advice.source)), ("title", .string(title)),
            ("what", .string(what.source)),
        ])
    }
}

/// An advisory's texts: each of the five languages, or none at all.
package struct AdvisoryTexts: Hashable, Sendable {
    private let texts: [Language: AdvisoryText]

    /// The languages that something is said in, and which are missing.
    package struct Missing: Error, Hashable, Sendable {
        package let languages: [Language]
    }

    /// - Throws: ``Missing``.
    package init(_ texts: [Language: AdvisoryText]) throws(Missing) {
        let missing = Language.allCases.filter { texts[$0] == nil }
        guard missing.isEmpty else { throw Missing(languages: missing) }
        self.texts = texts
    }

    package subscript(_ language: Language) -> AdvisoryText {
        guard let text = texts[language] else {
            preconditionFailure("texts in \(language.rawValue) are missing and were let through")
        }
        return text
    }

    fileprivate var json: JSONValue {
        .members(Language.allCases.map { ($0.rawValue, self[$0].json) })
    }
}

/// What an advisory says, whoever publishes it.
package struct AdvisoryContent: Hashable, Sendable {
    package let kind: AdvisoryKind
    /// The lanes it is about; whatever is on one of them is affected.
    package let lanes: [LaneSelector]
    package let since: Moment
    /// When it is thought to be over; nothing where nobody knows.
    package let until: Moment?
    /// When the next update is promised.
    package let nextUpdate: Moment?
    package let texts: AdvisoryTexts

    package init(
        kind: AdvisoryKind,
        lanes: [LaneSelector],
        since: Moment,
        until: Moment? = nil,
        nextUpdate: Moment? = nil,
        texts: AdvisoryTexts
    ) {
        self.kind = kind
        self.lanes = lanes
        self.since = since
        self.until = until
        self.nextUpdate = nextUpdate
        self.texts = texts
    }

    package func affects(_ key: LaneKey) -> Bool { lanes.contains { $0.contains(key) } }
}

/// What the public is told about a set of lanes: one version of it, whole.
package struct Advisory: Hashable, Sendable {
    package let name: AdvisoryName
    /// 1 when it is published, one more with each update.
    package let version: Int
    package let content: AdvisoryContent
    package let by: Author
    package let at: Moment

    package init(
        name: AdvisoryName,
        version: Int,
        content: AdvisoryContent,
        by: Author,
        at: Moment
    ) {
        self.name = name
        self.version = version
        self.content = content
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("advisory", .string(name.text)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("lanes", .array(content.lanes.map { .string($0.text) })),
            ("news", .string(content.kind.rawValue)),
            ("nextUpdate", content.nextUpdate.map { .integer($0.milliseconds) }),
            ("since", .integer(content.since.milliseconds)), ("texts", content.texts.json),
            ("until", content.until.map { .integer($0.milliseconds) }),
            ("version", .integer(version)),
        ]
    }
}

extension EntryFields {
    func advisory() throws(Entry.Flaw) -> Advisory {
        Advisory(
            name: try value("advisory") { AdvisoryName($0) },
            version: try number("version"),
            content: AdvisoryContent(
                kind: try code("news"),
                lanes: try list("lanes") { $0.text.flatMap { try? LaneSelector($0) } },
                since: try moment("since"),
                until: json["until"] == nil ? nil : try moment("until"),
                nextUpdate: json["nextUpdate"] == nil ? nil : try moment("nextUpdate"),
                texts: try advisoryTexts()
            ),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }

    private func advisoryTexts() throws(Entry.Flaw) -> AdvisoryTexts {
        var texts: [Language: AdvisoryText] = [:]
        for language in Language.allCases {
            guard let json = json["texts"]?[language.rawValue] else { continue }
            let fields = EntryFields(kind: kind, json: json)
            texts[language] = try? AdvisoryText(
                title: try fields.text("title"),
                what: try fields.text("what"),
                advice: try fields.text("advice")
            )
        }
        guard let whole = try? AdvisoryTexts(texts) else { throw flaw("texts") }
        return whole
    }
}

package import Mail

/// Advisories and the public status as programs read them: the same in the API, in feeds and by the
/// command.
extension AdvisoryHistory {
    /// The latest version whole, and what was said before.
    package func json(_ earlierToo: Bool = true, at now: Moment) -> JSONValue {
        let whole: [(String, JSONValue?)] = [
            ("name", .string(name.text)), ("version", .integer(version)),
            ("published", .string(published.text)), ("updated", .string(lastUpdate.text)),
            ("ended", .text(ended?.at.text)), ("overdue", .bool(isOverdue(at: now))),
        ]
        let versions: JSONValue? =
            earlierToo
            ? .array(
                earlier.map {
                    .members(
                        [("version", .integer($0.version)), ("at", .string($0.at.text))]
                            + $0.content.members
                    )
                }
            ) : nil
        return .members(whole + content.members + [("earlier", versions)])
    }
}

extension AdvisoryContent {
    package var members: [(String, JSONValue?)] {
        [
            ("kind", .string(kind.rawValue)),
            ("lanes", .array(lanes.map { .string($0.text) })), ("since", .string(since.text)),
            ("until", .text(until?.text)), ("next_update", .text(nextUpdate?.text)),
            (
                "texts",
                .members(
                    Language.allCases.map { language in
                        let said = texts[language]
                        return (
                            language.rawValue,
                            .members([
                                ("title", .string(said.title)), ("what", .string(said.what.source)),
                                ("advice", .string(said.advice.source)),
                            ])
                        )
                    }
                )
            ),
        ]
    }
}

extension SenderTold {
    package var json: JSONValue {
        .members([
            ("advisory", .string(name.text)), ("version", .integer(version)),
            ("news", .string(news.rawValue)),
            ("customer", customer.isEmpty ? .null : .string(customer)),
            ("items", .integer(items)),
            (
                "messages",
                .array(
                    messages.map {
                        .members([
                            ("address", .string($0.address)),
                            ("language", .string($0.language.rawValue)), ("file", .string($0.file)),
                        ])
                    }
                )
            ),
            ("at", .string(at.text)),
        ])
    }
}

extension PublicStatus {
    package var json: JSONValue {
        .members([
            ("at", .string(at.text)), ("timeZone", .string(calendar.name)),
            ("plan", .integer(plan)), ("answer", .string(answer.rawValue)),
            ("last_update", .text(lastUpdate?.text)), ("next_update", .text(nextUpdate?.text)),
            (
                "destinations",
                .array(
                    rows.map { row in
                        .members([
                            ("destination", row.destination.map { .string($0.name) } ?? .null),
                            ("status", .string(row.component.rawValue)),
                            ("lines", .array(row.lines.map(\.json))),
                        ])
                    }
                )
            ),
            ("advisories", .array(current.map { $0.json(false, at: at) })),
            (
                "capacity",
                .array(
                    days.map {
                        .members([
                            ("day", .string($0.day.text)), ("kind", .string($0.kind.rawValue)),
                            ("percent", .integer($0.percent)), ("label", .string($0.label)),
                        ])
                    }
                )
            ),
        ])
    }
}

extension PublicStatus.Line {
    fileprivate var json: JSONValue {
        let products: [Product] = if case .goods(let products) = what { products } else { [] }
        return .members([
            ("what", .string(what == .letters ? "letters" : "goods")),
            (
                "products",
                what == .letters ? nil : .array(products.map { .string($0.rawValue) })
            ),
            ("doors", .array(doors.map { .string($0.rawValue) })),
            ("state", .string(state.name)),
        ])
    }
}

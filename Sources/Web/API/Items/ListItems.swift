import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// Answers `GET /v1/items`: newest first, a page at a time.
extension APIRoutes {
    private static let filters = [
        "state", "destination", "product", "reference", "customer", "lodged_after",
        "lodged_before", "q",
    ]

    func list(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemRead, context)
        let query = try Query(request, allowing: Self.filters + ["cursor", "limit"])
        let limit = try query.limit()
        let filter = try Self.filter(query, for: caller)
        let question = Self.question(query, caller)
        var before: UInt64?
        if let text = query.text("cursor") {
            guard let cursor = Cursor(text, of: question, key: cursorKey) else {
                throw APIRefusal.cursorInvalid
            }
            before = cursor.entry
        }
        let rows = try site.office.ledger.items(filter, before: before, limit: limit + 1)
        let page = rows.prefix(limit)
        // Where history is on its way, no list is at its end: older items may be behind it.
        let gap = try site.office.restoring()
        if let gap, page.isEmpty { throw DeskRefusal.notYetBack(gap) }
        var headers = HTTPFields()
        var next: String?
        if rows.count > limit || gap != nil, let last = page.last {
            let cursor = Cursor(entry: last.entry).text(of: question, key: cursorKey)
            next = cursor
            headers[.link] = "<\(Self.nextPage(request, cursor))>; rel=\"next\""
        }
        return JSONResponse.make(
            .ok,
            .members([
                ("items", .array(page.map(\.json))),
                ("next_cursor", next.map { .string($0) } ?? .null),
            ]),
            headers: headers
        )
    }

    private static func filter(_ query: Query, for caller: Caller) throws -> ItemFilter {
        var filter = ItemFilter()
        filter.customer = try caller.account(query.text("customer"))
        filter.state = try query.value(
            "state",
            expected: ItemState.allCases.map(\.rawValue).joined(separator: ", "),
            ItemState.init(rawValue:)
        )
        filter.destination = try query.value("destination", expected: "an ISO 3166 code") {
            Country($0)?.code
        }
        filter.product = try query.value(
            "product",
            expected: Product.allCases.map(\.rawValue).joined(separator: ", ")
        ) { Product(rawValue: $0)?.rawValue }
        filter.reference = query.text("reference")
        filter.lodgedFrom = try moment("lodged_after", query)
        filter.lodgedBefore = try moment("lodged_before", query)
        filter.words = query.text("q")
        return filter
    }

    private static func moment(_ name: String, _ query: Query) throws -> Int64? {
        try query.value(name, expected: "a date or a date and time of RFC 3339") {
            Moment(rfc3339: $0)?.milliseconds
        }
    }

    /// What a cursor belongs to: the filters, and whose items are seen.
    private static func question(_ query: Query, _ caller: Caller) -> String {
        JSONText.write(
            .array(
                ([caller.customer] + filters.map(query.text))
                    .map { text in
                        text.map { .string($0) } ?? .null
                    }
            )
        )
    }

    private static func nextPage(_ request: Request, _ cursor: String) -> String {
        let kept = request.uri.query?.split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return "/v1/items?" + ((kept ?? []) + ["cursor=\(cursor)"]).joined(separator: "&")
    }
}

extension ItemRow {
    /// The item as a list shows it.
    fileprivate var json: JSONValue {
        .members([
            ("item", .string(id.text)),
            ("reference", reference.map { .string($0) } ?? .null),
            ("customer", customer.isEmpty ? .null : .string(customer)),
            ("state", .string(state.rawValue)), ("product", .string(product)),
            ("destination", .string(destination)), ("form", .string(form)),
            ("channel", .string(channel.rawValue)), ("addressee", .string(addressee)),
            ("postcode", postcode.map { .string($0) } ?? .null),
            ("lodged_at", .string(lodgedAt.text)), ("version", .integer(version)),
            ("entry", .integer(entry)), ("url", .string(ItemAnswers.path(id))),
        ])
    }
}

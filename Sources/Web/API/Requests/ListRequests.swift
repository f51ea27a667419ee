import HTTPTypes
import Hummingbird
import Mail
import Office

/// Answers `GET /v1/requests`: what the caller's programs asked of late, newest first.
extension APIRoutes {
    private static let requestFilters = ["key", "outcome", "method", "route", "code"]

    func listRequests(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.requestRead, context)
        let query = try Query(request, allowing: Self.requestFilters + ["cursor", "limit"])
        let limit = try query.limit()
        let filter = try Self.requestFilter(query)
        let question = JSONText.write(
            .array(
                ["requests", caller.author.text]
                    .map { .string($0) }
                    + Self.requestFilters.map { query.text($0).map { .string($0) } ?? .null }
            )
        )
        var before: Int64?
        if let text = query.text("cursor") {
            guard let cursor = Cursor(text, of: question, key: cursorKey) else {
                throw APIRefusal.cursorInvalid
            }
            before = Int64(clamping: cursor.entry)
        }
        let rows = try site.office.requests.requests(
            filter,
            before: before,
            limit: limit + 1,
            for: caller
        )
        var headers = HTTPFields()
        var next: String?
        if rows.count > limit {
            let number = UInt64(clamping: rows[limit - 1].number)
            let cursor = Cursor(entry: number).text(of: question, key: cursorKey)
            next = cursor
            let kept = request.uri.query?.split(separator: "&")
                .filter { !$0.hasPrefix("cursor=") }
            let address = ((kept ?? []) + ["cursor=\(cursor)"]).joined(separator: "&")
            headers[.link] = "</v1/requests?\(address)>; rel=\"next\""
        }
        return JSONResponse.make(
            .ok,
            .members([
                ("requests", .array(rows.prefix(limit).map(\.json))),
                ("next_cursor", next.map { .string($0) } ?? .null),
            ]),
            headers: headers
        )
    }

    private static func requestFilter(_ query: Query) throws -> RequestFilter {
        var filter = RequestFilter()
        filter.key = query.text("key")
        filter.outcome = try query.value(
            "outcome",
            expected: LoggedRequest.Outcome.allCases.map(\.rawValue).joined(separator: ", "),
            LoggedRequest.Outcome.init(rawValue:)
        )
        filter.method = query.text("method")
        filter.route = query.text("route")
        filter.code = query.text("code")
        return filter
    }

    /// Answers `GET /v1/requests/{request}`: the requests that an answer called so, newest first.
    func showRequests(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.requestRead, context)
        _ = try Query(request)
        let id = context.parameter("request")
        let rows = try site.office.requests.requests(named: id, for: caller)
        guard !rows.isEmpty else { throw WebRefusal.notFound }
        return JSONResponse.make(
            .ok,
            .members([("requests", .array(rows.map(\.json))), ("next_cursor", .null)])
        )
    }
}

extension LoggedRequest {
    /// The request as the API tells of it.
    fileprivate var json: JSONValue {
        let replayed: JSONValue =
            switch repetition {
            case .none: .null
            case .first: .bool(false)
            case .replay: .bool(true)
            }
        return .members([
            ("request_id", .string(id)), ("at", .string(at.text)),
            ("key", key.map { .string($0) } ?? .null), ("method", .string(method)),
            ("route", .string(route)), ("status", .integer(status)),
            ("outcome", .string(outcome.rawValue)), ("code", code.map { .string($0) } ?? .null),
            ("findings", .array(findings.map { .string($0) })),
            ("milliseconds", .number(milliseconds)), ("traced", .bool(isTraced)),
            ("replayed", replayed),
        ])
    }

    /// With one digit behind the point.
    var milliseconds: String { "\(took / 1000).\(took % 1000 / 100)" }
}

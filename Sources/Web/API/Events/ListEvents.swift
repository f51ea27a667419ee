import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// Answers `GET /v1/events`: what happened to items, in order, for whoever would rather ask than be told.
extension APIRoutes {
    func listEvents(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.eventRead, context)
        let query = try Query(request, allowing: ["after", "limit"])
        let limit = try query.limit()
        let after = try query.value("after", expected: "an event's id", EventNumber.read)
        let rows = try site.office.ledger.events(
            after: after,
            customer: caller.customer,
            limit: limit
        )
        let events = rows.map { EventMessage($0, origin: site.office.book.origin) }
        let last = events.last?.id ?? after.map(String.init)
        var headers = HTTPFields()
        if events.count == limit, let last {
            headers[.link] = "</v1/events?after=\(last)&limit=\(limit)>; rel=\"next\""
        }
        return JSONResponse.make(
            .ok,
            .members([
                ("events", .array(events.map(\.json))),
                ("last", last.map { .string($0) } ?? .null),
            ]),
            headers: headers
        )
    }
}

/// The number that names an event.
enum EventNumber {
    static func read(_ text: String) -> UInt64? {
        guard (1...19).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(text),
            number <= UInt64(Int64.max)
        else { return nil }
        return number
    }
}

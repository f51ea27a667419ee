import Hummingbird
import Mail
import Office

/// What was sent to a webhook, and sending it again.
extension APIRoutes {
    /// Answers `POST /v1/webhooks/{id}/ping`.
    func pingWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        return JSONResponse.make(.ok, try await site.office.webhooks.ping(id, by: caller).json)
    }

    /// Answers `GET /v1/webhooks/{id}/deliveries`: the newest attempts first.
    func listDeliveries(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let known = ["before", "limit"]
        let (id, caller) = try await webhook(request, context, allowing: known)
        let query = try Query(request, allowing: known)
        let limit = try query.limit()
        let before = try query.value("before", expected: "a delivery's number", EventNumber.read)
        let attempts = try site.office.webhooks.attempts(
            of: id,
            before: before.map { Int64(clamping: $0) },
            limit: limit,
            for: caller
        )
        let next = attempts.count == limit ? attempts.last.map { String($0.number) } : nil
        return JSONResponse.make(
            .ok,
            .members([
                ("deliveries", .array(attempts.map(\.json))),
                ("next", next.map { .string($0) } ?? .null),
            ])
        )
    }

    /// Answers `POST /v1/webhooks/{id}/replay`: one event, or the events of a range.
    func replayEvents(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        var fields = BodyFields(
            try await request.json(upTo: limits.other),
            knowing: ["from", "to"]
        )
        let from = fields.text("from", isRequired: true)
        let to = fields.text("to", isRequired: false)
        try fields.finish()
        let first = try Self.event(from ?? "", at: "/from")
        guard let to else {
            try site.office.webhooks.replay(first, to: id, by: caller)
            return Self.replayed(1, next: nil)
        }
        let last = try Self.event(to, at: "/to")
        guard first <= last else {
            throw APIRefusal.fields([
                Finding(
                    .fieldMalformed,
                    at: "/to",
                    ["expected": "at least \(first)", "found": String(last)]
                )
            ])
        }
        let (count, next) = try site.office.webhooks.replay(first...last, to: id, by: caller)
        return Self.replayed(count, next: next)
    }

    private static func event(_ text: String, at pointer: String) throws(APIRefusal) -> UInt64 {
        guard let number = EventNumber.read(text) else {
            throw .fields([
                Finding(
                    .fieldMalformed,
                    at: pointer,
                    ["expected": "an event's id", "found": text]
                )
            ])
        }
        return number
    }

    private static func replayed(_ count: Int, next: UInt64?) -> Response {
        JSONResponse.make(
            .ok,
            .members([
                ("events", .integer(count)),
                ("next", next.map { .string(String($0)) } ?? .null),
            ])
        )
    }
}

extension DeliveryAttempt {
    fileprivate var json: JSONValue {
        .members([
            ("delivery", .string(String(number))),
            ("event", event.map { .string(String($0)) } ?? .null), ("type", .string(kind)),
            ("attempt", .integer(attempt)), ("at", .string(at.text)),
            ("status", status.map { .integer($0) } ?? .null),
            ("failure", failure.map { .string($0.rawValue) } ?? .null),
            ("delivered", .bool(isDelivered)),
            ("next_at", next.map { .string($0.text) } ?? .null), ("milliseconds", .integer(took)),
        ])
    }
}

import HTTPTypes
import Hummingbird
import Mail
import Office

/// Webhooks: where events are sent (Standard Webhooks 1.0).
extension APIRoutes {
    /// Answers `POST /v1/webhooks`: with `rotate` the only answers that show a secret.
    func addWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request)
        var fields = BodyFields(
            try await request.json(upTo: limits.other),
            knowing: ["url", "events", "customer"]
        )
        let url = fields.text("url", isRequired: true, longest: 2000)
        let events = fields.texts("events", atMost: WebhookEvents.all.count)
        let customer = fields.text("customer", isRequired: false, longest: 100)
        try fields.finish()
        let order = WebhookOrder(
            url: url ?? "",
            events: try WebhookEvents.checked(events),
            customer: try caller.account(customer)
        )
        let (webhook, secret) = try await site.office.webhooks.add(order, by: caller)
        return JSONResponse.make(
            .created,
            .members(webhook.members + [("secret", .string(secret))]),
            headers: [.location: "/v1/webhooks/" + webhook.id]
        )
    }

    /// Answers `GET /v1/webhooks`.
    func listWebhooks(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request)
        let webhooks = try site.office.webhooks.list(for: caller)
        return JSONResponse.make(
            .ok,
            .members([("webhooks", .array(webhooks.map { .members($0.members) }))])
        )
    }

    /// Answers `GET /v1/webhooks/{id}`.
    func showWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        return try webhookAnswer(id, caller)
    }

    /// Answers `DELETE /v1/webhooks/{id}`: nothing is sent there any more.
    func removeWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        try await site.office.webhooks.remove(id, by: caller)
        return Response(status: .noContent)
    }

    /// Answers `POST /v1/webhooks/{id}/rotate`.
    func rotateWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        let secret = try await site.office.webhooks.rotate(id, by: caller)
        return JSONResponse.make(.ok, .members([("secret", .string(secret))]))
    }

    /// Answers `POST /v1/webhooks/{id}/end-rotation`.
    func endWebhookRotation(
        _ request: Request,
        _ context: OfficeContext
    ) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        try await site.office.webhooks.endRotation(id, by: caller)
        return try webhookAnswer(id, caller)
    }

    /// Answers `POST /v1/webhooks/{id}/activate`.
    func activateWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        try await site.office.webhooks.activate(id, true, by: caller)
        return try webhookAnswer(id, caller)
    }

    /// Answers `POST /v1/webhooks/{id}/deactivate`.
    func deactivateWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (id, caller) = try await webhook(request, context)
        try await site.office.webhooks.activate(id, false, by: caller)
        return try webhookAnswer(id, caller)
    }

    /// The webhook that the path names, and the caller, who may manage webhooks.
    func webhook(
        _ request: Request,
        _ context: OfficeContext,
        allowing known: [String] = []
    ) async throws -> (id: String, caller: Caller) {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request, allowing: known)
        let id = context.parameter("id")
        return (try site.office.webhooks.webhook(id, for: caller).id, caller)
    }

    private func webhookAnswer(_ id: String, _ caller: Caller) throws -> Response {
        JSONResponse.make(.ok, .members(try site.office.webhooks.webhook(id, for: caller).members))
    }
}

/// Which kinds of events there are to subscribe to.
enum WebhookEvents {
    static let all =
        ItemState.allCases.filter { $0 != .draft }.map { "item." + $0.rawValue } + ["item.amended"]
        + AdvisoryNews.allCases.map(\.event)

    /// The kinds, each once; all of them where none is named.
    static func checked(_ events: [String]) throws(APIRefusal) -> [String] {
        for event in events where !all.contains(event) {
            throw .webhookInvalid(
                "'\(event)' is none of " + all.joined(separator: ", ")
            )
        }
        return all.filter(events.contains)
    }
}

extension Webhook {
    /// The webhook as it is shown: how many secrets it has, and none of them.
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("webhook", .string(id)), ("url", .string(url)),
            ("events", .array(events.map { .string($0) })),
            ("customer", customer.map { .string($0) } ?? .null), ("active", .bool(isActive)),
            ("reason", reason.map { .string($0) } ?? .null), ("changed_at", .string(at.text)),
            ("secrets", .integer(secrets.count)),
        ]
    }
}

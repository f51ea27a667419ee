import FoundationEssentials
import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// Webhooks: where events are sent (Standard Webhooks 1.0).
extension APIRoutes {
    /// Answers `POST /v1/webhooks`: the only answer that shows the secret.
    func addWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request)
        var fields = BodyFields(
            try await request.json(upTo: APILimits.other),
            knowing: ["url", "events", "customer"]
        )
        let url = fields.text("url", isRequired: true, longest: 2000)
        let events = fields.texts("events", atMost: WebhookEvents.all.count)
        let customer = fields.text("customer", isRequired: false, longest: 100)
        try fields.finish()
        let secret = Data(site.office.randomBytes(24)).base64EncodedString()
        let webhook = Webhook(
            id: "wh_" + Hexadecimal.text(site.office.randomBytes(8)),
            url: try WebhookAddress.checked(url ?? ""),
            secrets: [secret],
            events: try WebhookEvents.checked(events),
            customer: try caller.account(customer),
            isActive: true,
            by: caller.author,
            at: site.office.clock.now()
        )
        try await record(webhook)
        return JSONResponse.make(
            .created,
            .members(webhook.members + [("secret", .string("whsec_" + secret))]),
            headers: [.location: "/v1/webhooks/" + webhook.id]
        )
    }

    /// Answers `GET /v1/webhooks`.
    func listWebhooks(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request)
        let webhooks = try site.office.ledger.webhooks().map(\.webhook)
            .filter { caller.sees($0.customer) && !$0.isRemoved }
        return JSONResponse.make(
            .ok,
            .members([("webhooks", .array(webhooks.map { .members($0.members) }))])
        )
    }

    /// Answers `GET /v1/webhooks/{id}`.
    func showWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let webhook = try await webhook(request, context).webhook
        return JSONResponse.make(.ok, .members(webhook.members))
    }

    /// Answers `DELETE /v1/webhooks/{id}`: nothing is sent there any more; what was sent stays recorded.
    func removeWebhook(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let (caller, webhook) = try await webhook(request, context)
        try await record(webhook.removed(by: caller.author, at: site.office.clock.now()))
        return Response(status: .noContent)
    }

    private func webhook(
        _ request: Request,
        _ context: OfficeContext
    ) async throws -> (caller: Caller, webhook: Webhook) {
        let caller = try await site.require(.webhookManage, context)
        _ = try Query(request)
        let id = context.parameter("id")
        guard let webhook = try site.office.ledger.webhook(id)?.webhook,
            caller.sees(webhook.customer), !webhook.isRemoved
        else { throw APIRefusal.webhookUnknown(id) }
        return (caller, webhook)
    }

    private func record(_ webhook: Webhook) async throws {
        try await site.office.door.perform { desk in
            try await desk.record([.webhookChanged(webhook)], at: webhook.at)
        }
    }
}

/// Which kinds of events there are to subscribe to.
enum WebhookEvents {
    static let all =
        ItemState.allCases.filter { $0 != .draft }.map { "item." + $0.rawValue } + ["item.amended"]

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

/// Where events may be sent.
enum WebhookAddress {
    /// The address as it was given, when it is one of HTTP with a host and no credentials.
    static func checked(_ text: String) throws(APIRefusal) -> String {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text),
            parts.scheme == "https"
                || parts.scheme == "http",
            let host = parts.host, !host.isEmpty,
            parts.port.map({ (1...65535).contains($0) })
                ?? true
        else { throw .webhookInvalid("the address is not one of http or https with a host") }
        guard parts.user == nil, parts.password == nil else {
            throw .webhookInvalid("the address holds a user or a password")
        }
        guard parts.fragment == nil else {
            throw .webhookInvalid("the address holds a fragment")
        }
        return text
    }
}

extension Webhook {
    private static let removal = "removed"

    fileprivate var isRemoved: Bool { !isActive && reason == Self.removal }

    fileprivate func removed(by author: Author, at now: Moment) -> Webhook {
        Webhook(
            id: id,
            url: url,
            secrets: secrets,
            events: events,
            customer: customer,
            isActive: false,
            reason: Self.removal,
            by: author,
            at: now
        )
    }

    /// The webhook as it is shown: without its secrets.
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("webhook", .string(id)), ("url", .string(url)),
            ("events", .array(events.map { .string($0) })),
            ("customer", customer.map { .string($0) } ?? .null), ("active", .bool(isActive)),
            ("reason", reason.map { .string($0) } ?? .null), ("changed_at", .string(at.text)),
        ]
    }
}

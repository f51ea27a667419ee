import Journal
package import Ledger
import Mail

/// Carries events to webhooks: looks into the ledger, lets them wait, sends what is due.
///
/// One step of one webhook at a time; webhooks do not wait for each other. A crash anywhere leaves
/// a message waiting that was sent already: it is sent again under the same id.
package struct WebhookCourier: Sendable {
    /// How many messages go to one webhook at once.
    static let atOnce = 4

    private let office: ServedOffice

    package init(_ office: ServedOffice) {
        self.office = office
    }

    private var spool: WebhookSpool { office.spool }

    /// The webhooks that events go to.
    package func active() throws -> [WebhookRow] {
        try office.ledger.webhooks().filter(\.webhook.isActive)
    }

    /// Sends a webhook what is due; whether there may be more by now.
    ///
    /// - Throws: A fault of the ledger or the spool.
    package func step(_ row: WebhookRow) async throws -> Bool {
        let hasMore = try gather(row)
        let due = try spool.due(row.webhook.id, at: office.clock.now(), limit: Self.atOnce)
        var isGone = false
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for message in due {
                group.addTask { try await deliver(message, to: row.webhook) }
            }
            for try await gone in group where gone { isGone = true }
        }
        if isGone {
            try await disable(row.webhook)
            return false
        }
        return hasMore || !due.isEmpty
    }

    /// Lets new events wait, as many as there is room for.
    private func gather(_ row: WebhookRow) throws -> Bool {
        let webhook = row.webhook
        let room = WebhookSpool.room - (try spool.waitingCount(of: webhook.id))
        guard room > 0 else { return false }
        let position = try spool.position(of: webhook.id) ?? row.since
        let events = try office.ledger.events(
            after: position,
            customer: webhook.customer,
            limit: room
        )
        guard let last = events.last else { return false }
        try spool.add(
            events.filter(webhook.wants).map(\.entry),
            to: webhook.id,
            due: office.clock.now(),
            position: last.entry
        )
        return events.count == room
    }

    /// Sends one message and tells what came of it; whether the receiver is gone for good.
    private func deliver(_ waiting: WaitingMessage, to webhook: Webhook) async throws -> Bool {
        guard let event = try office.ledger.event(waiting.event) else {
            // The ledger was made anew and is not as far yet: the message waits.
            return false
        }
        let message = EventMessage(event, origin: office.book.origin)
        let sent = await send(message.bytes, id: message.id, to: webhook)
        let attempt = waiting.attempts + 1
        let action = DeliveryMachine.next(
            after: attempt,
            sent.outcome,
            chance: office.random.bytes(1)[0]
        )
        let now = office.clock.now()
        let next: Moment? =
            if case .retry(let delay) = action {
                Moment(milliseconds: now.milliseconds + delay)
            } else {
                nil
            }
        try spool.tell(
            sent.attempt(attempt, of: webhook.id, event: event.entry, event.kind, next: next)
        )
        return action == .disable
    }

    /// Sends a message that is no event, once, so that somebody sees whether it arrives.
    func ping(_ webhook: Webhook) async throws -> DeliveryAttempt {
        let id = "ping-" + Hexadecimal.text(office.random.bytes(8))
        let sent = await send(PingMessage.bytes(id, office, webhook), id: id, to: webhook)
        let attempt = sent.attempt(1, of: webhook.id, event: nil, PingMessage.kind, next: nil)
        try spool.tell(attempt)
        return attempt
    }

    private func send(_ body: [UInt8], id: String, to webhook: Webhook) async -> SentMessage {
        let began = office.clock.now()
        let signature = WebhookSignature.header(
            id: id,
            at: began,
            body: body,
            secrets: webhook.secrets
        )
        let outcome = await office.post.send(
            WebhookPost.Message(
                url: webhook.url,
                headers: [
                    ("content-type", "application/cloudevents+json; charset=utf-8"),
                    ("user-agent", "posthorn"), ("webhook-id", id),
                    ("webhook-timestamp", String(began.milliseconds / 1000)),
                    ("webhook-signature", signature),
                ],
                body: body
            )
        )
        let took = office.clock.now().milliseconds - began.milliseconds
        return SentMessage(outcome: outcome, at: began, took: took)
    }

    /// Switches a webhook off whose receiver said 410; the record says so.
    private func disable(_ webhook: Webhook) async throws {
        let now = office.clock.now()
        let id = webhook.id
        try await office.door.perform { desk in
            try await desk.changeWebhook(id, by: .office, "gone", at: now) { draft in
                draft.isActive = false
                draft.reason = "gone"
            }
        }
        try spool.clear(id)
    }
}

/// What came of one attempt, before it is known what comes next.
private struct SentMessage {
    let outcome: DeliveryMachine.Outcome
    let at: Moment
    let took: Int64

    func attempt(
        _ attempt: Int,
        of webhook: String,
        event: UInt64?,
        _ kind: String,
        next: Moment?
    ) -> DeliveryAttempt {
        var (status, failure): (Int?, DeliveryFailure?) = (nil, nil)
        switch outcome {
        case .answered(let code): status = code
        case .failed(let why): failure = why
        }
        return DeliveryAttempt(
            number: 0,
            webhook: webhook,
            event: event,
            kind: kind,
            attempt: attempt,
            at: at,
            status: status,
            failure: failure,
            next: next,
            took: took
        )
    }
}

/// The message by which a receiver is tried out.
enum PingMessage {
    static let kind = "webhook.ping"

    static func bytes(_ id: String, _ office: ServedOffice, _ webhook: Webhook) -> [UInt8] {
        JSONText.bytes(
            .members([
                ("specversion", .string("1.0")), ("id", .string(id)),
                ("source", .string(EventMessage.source(office.book.origin))),
                ("type", .string(kind)), ("time", .string(office.clock.now().text)),
                ("subject", .string(webhook.id)), ("datacontenttype", .string("application/json")),
                ("data", .members([("webhook", .string(webhook.id))])),
            ])
        )
    }
}

extension Webhook {
    func wants(_ event: EventRow) -> Bool { events.isEmpty || events.contains(event.kind) }
}

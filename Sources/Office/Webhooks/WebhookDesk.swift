import Ledger
package import Mail

/// What whoever manages webhooks asks a served office for.
///
/// A caller with an account sees and changes the account's own webhooks; another's are not there.
package struct WebhookDesk: Sendable {
    let office: ServedOffice

    private static let removal = "removed"

    /// The caller's webhooks, those switched off among them.
    package func list(for caller: Caller) throws -> [Webhook] {
        try office.ledger.webhooks().map(\.webhook)
            .filter { caller.sees($0.customer) && !Self.isRemoved($0) }
    }

    /// - Throws: ``WebhookRefusal`` `unknown`.
    package func webhook(_ id: String, for caller: Caller) throws -> Webhook {
        guard let webhook = try office.ledger.webhook(id)?.webhook, caller.sees(webhook.customer),
            !Self.isRemoved(webhook)
        else { throw WebhookRefusal.unknown(id) }
        return webhook
    }

    /// Makes a webhook; the secret, `whsec_…`, is shown once.
    ///
    /// - Throws: ``WebhookRefusal``, ``DeskRefusal``.
    package func add(
        _ order: WebhookOrder,
        by caller: Caller
    ) async throws -> (webhook: Webhook, secret: String) {
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.addWebhook(order, by: caller.author, random: random, at: now)
        }
    }

    /// Signs with two secrets from now on; the new one is shown once.
    package func rotate(_ id: String, by caller: Caller) async throws -> String {
        _ = try webhook(id, for: caller)
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.rotateWebhook(id, by: caller.author, random: random, at: now)
        }
    }

    /// Signs with the newest secret alone.
    package func endRotation(_ id: String, by caller: Caller) async throws {
        _ = try webhook(id, for: caller)
        let now = office.clock.now()
        try await office.door.perform { desk in
            try await desk.endWebhookRotation(id, by: caller.author, at: now)
        }
    }

    /// Sends there, or sends nothing there until it is switched on again: what happens meanwhile
    /// is sent then.
    package func activate(_ id: String, _ isActive: Bool, by caller: Caller) async throws {
        guard try webhook(id, for: caller).isActive != isActive else { return }
        try await change(id, isActive ? "switched on" : "switched off", caller) { draft in
            draft.isActive = isActive
            draft.reason = nil
        }
    }

    /// Sends nothing there any more; what was sent stays recorded.
    package func remove(_ id: String, by caller: Caller) async throws {
        _ = try webhook(id, for: caller)
        try await change(id, Self.removal, caller) { draft in
            draft.isActive = false
            draft.reason = Self.removal
        }
        try office.spool.clear(id)
    }

    /// The attempts before one of them, the newest first.
    package func attempts(
        of id: String,
        before number: Int64? = nil,
        limit: Int,
        for caller: Caller
    ) throws -> [DeliveryAttempt] {
        _ = try webhook(id, for: caller)
        return try office.spool.attempts(of: id, before: number, limit: limit)
    }

    /// Sends one event again, soon.
    ///
    /// - Throws: ``WebhookRefusal`` `eventUnknown`.
    package func replay(_ event: UInt64, to id: String, by caller: Caller) throws {
        let webhook = try webhook(id, for: caller)
        guard let row = try office.ledger.event(event), webhook.wants(row),
            webhook.customer.map({ $0 == row.customer }) ?? true
        else { throw WebhookRefusal.eventUnknown(event) }
        try office.spool.add([event], to: id, due: office.clock.now())
        office.bell.ring()
    }

    /// Sends the webhook's events of a range of entries again; how many, and the entry after which
    /// to go on where there were too many for once.
    package func replay(
        _ range: ClosedRange<UInt64>,
        to id: String,
        by caller: Caller
    ) throws -> (count: Int, next: UInt64?) {
        let webhook = try webhook(id, for: caller)
        let room = max(0, WebhookSpool.room - (try office.spool.waitingCount(of: id)))
        let rows = try office.ledger.events(
            after: range.lowerBound == 0 ? nil : range.lowerBound - 1,
            customer: webhook.customer,
            limit: room + 1
        )
        let inside = rows.prefix(room).filter { $0.entry <= range.upperBound }
        let events = inside.filter(webhook.wants).map(\.entry)
        try office.spool.add(events, to: id, due: office.clock.now())
        office.bell.ring()
        let isCut = rows.count > room && inside.count == room
        return (events.count, isCut ? inside.last?.entry : nil)
    }

    /// Sends a message that is no event at once; what came of it.
    package func ping(_ id: String, by caller: Caller) async throws -> DeliveryAttempt {
        try await WebhookCourier(office).ping(try webhook(id, for: caller))
    }

    private func change(
        _ id: String,
        _ reason: String,
        _ caller: Caller,
        _ change: @escaping @Sendable (inout WebhookDraft) -> Void
    ) async throws {
        let now = office.clock.now()
        try await office.door.perform { desk in
            try await desk.changeWebhook(id, by: caller.author, reason, at: now, change)
        }
    }

    private static func isRemoved(_ webhook: Webhook) -> Bool {
        !webhook.isActive && webhook.reason == removal
    }
}

extension ServedOffice {
    /// The office's webhooks, as callers may see and change them.
    package var webhooks: WebhookDesk { WebhookDesk(office: self) }
}

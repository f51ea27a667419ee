import FoundationEssentials
package import Journal
import Ledger
package import Mail

/// What a new webhook is to be.
package struct WebhookOrder: Hashable, Sendable {
    package let url: String
    /// Kinds of events; all of them where the list is empty.
    package let events: [String]
    /// The account whose events are sent; every account's where there is none.
    package let customer: String?

    package init(url: String, events: [String], customer: String?) {
        self.url = url
        self.events = events
        self.customer = customer
    }
}

/// What may change of a webhook.
struct WebhookDraft {
    var secrets: [String]
    var isActive: Bool
    var reason: String?
}

/// Webhooks are made and changed by the one writer; each time the record says by whom.
extension OfficeDesk {
    /// Makes a webhook; its secret is shown now and never again.
    ///
    /// - Throws: ``WebhookRefusal``, or what the journal or the ledger threw.
    package mutating func addWebhook(
        _ order: WebhookOrder,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> (webhook: Webhook, secret: String) {
        guard WebhookTarget(order.url) != nil else { throw WebhookRefusal.addressMalformed }
        let secret = Self.webhookSecret(random)
        let webhook = Webhook(
            id: "wh_" + Hexadecimal.text(random.bytes(8)),
            url: order.url,
            secrets: [secret],
            events: order.events,
            customer: order.customer,
            isActive: true,
            by: author,
            at: now
        )
        try await record(webhook, "added")
        return (webhook, WebhookSignature.prefix + secret)
    }

    /// Signs with a new secret and the one before, until ``endWebhookRotation(_:by:at:)``.
    ///
    /// - Throws: ``WebhookRefusal`` `unknown`.
    package mutating func rotateWebhook(
        _ id: String,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> String {
        let secret = Self.webhookSecret(random)
        try await changeWebhook(id, by: author, "secret rotated", at: now) { draft in
            draft.secrets = [secret] + draft.secrets.prefix(1)
        }
        return WebhookSignature.prefix + secret
    }

    /// Signs with the newest secret alone.
    package mutating func endWebhookRotation(
        _ id: String,
        by author: Author,
        at now: Moment
    ) async throws {
        try await changeWebhook(id, by: author, "old secret dropped", at: now) { draft in
            draft.secrets = Array(draft.secrets.prefix(1))
        }
    }

    mutating func changeWebhook(
        _ id: String,
        by author: Author,
        _ reason: String,
        at now: Moment,
        _ change: (inout WebhookDraft) -> Void
    ) async throws {
        guard let webhook = try ledger.webhook(id)?.webhook else {
            throw WebhookRefusal.unknown(id)
        }
        var draft = WebhookDraft(
            secrets: webhook.secrets,
            isActive: webhook.isActive,
            reason: webhook.reason
        )
        change(&draft)
        let changed = Webhook(
            id: id,
            url: webhook.url,
            secrets: draft.secrets,
            events: webhook.events,
            customer: webhook.customer,
            isActive: draft.isActive,
            reason: draft.reason,
            by: author,
            at: now
        )
        try await record(changed, reason)
    }

    private mutating func record(_ webhook: Webhook, _ reason: String) async throws {
        let entries: [Entry] = [
            .webhookChanged(webhook),
            .done(.webhookManage, to: webhook.id, reason, by: webhook.by, at: webhook.at),
        ]
        try await record(entries, at: webhook.at)
    }

    /// 24 bytes, the least that Standard Webhooks allows, in base64.
    static func webhookSecret(_ random: RandomSource) -> String {
        Data(random.bytes(24)).base64EncodedString()
    }
}

import Office

/// What becomes of the messages to one webhook.
struct DeliveriesTopic: LiveTopic {
    static let name = "deliveries"

    let webhook: String

    var object: String? { webhook }
    var permission: Permission { .webhookManage }
    var rhythm: LiveRhythm { .every(.seconds(2)) }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        let newest = try office.webhooks.attempts(of: webhook, before: nil, limit: 1, for: caller)
        return UInt64(clamping: newest.first?.number ?? 0)
    }
}

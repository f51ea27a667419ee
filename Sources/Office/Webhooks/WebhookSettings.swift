/// What an operator says about webhooks.
package struct WebhookSettings: Hashable, Sendable {
    /// Whether webhooks may lead to where only the office's own network reaches.
    package let allowsPrivateAddresses: Bool

    package init(allowsPrivateAddresses: Bool = false) {
        self.allowsPrivateAddresses = allowsPrivateAddresses
    }

    init(_ table: SettingTable) {
        allowsPrivateAddresses = table.text(.webhookPrivateAddresses) == "yes"
    }
}

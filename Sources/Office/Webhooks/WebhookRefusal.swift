/// Why a webhook was not made or changed, in the order in which it is looked at.
package enum WebhookRefusal: Error, Hashable, Sendable {
    /// Not there, removed, or another account's.
    case unknown(String)
    /// Not `http` or `https` with a host and nothing but a path and a query.
    case addressMalformed
    /// The event is not there, or not one that the webhook is told of.
    case eventUnknown(UInt64)
}

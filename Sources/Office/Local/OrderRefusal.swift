/// An order that was refused, in words that say it on either side of the local socket.
package struct OrderRefusal: Error, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// What was named is not there.
        case unknown
        /// What was given cannot be.
        case malformed
        case refused
        /// It takes a second person.
        case needsApproval
    }

    package let kind: Kind
    package let detail: String
    package let hint: String

    init(_ kind: Kind, _ detail: String, hint: String) {
        self.kind = kind
        self.detail = detail
        self.hint = hint
    }
}

/// A place of its own, under a credential of its own, that keeps copies of keys for 35 days at a
/// time.
///
/// Never a log vault: there a forgotten month's key would live as long as its entries.
package protocol Escrow: Sendable {
    /// What lists call it, such as `escrow at /mnt/stick`.
    var name: String { get }

    /// Stores an object; the same bytes again are fine, other bytes under one name refuse.
    func put(_ object: String, _ bytes: [UInt8], lockedUntil: UnixTime) async throws(KeysFault)

    /// Moves the end of a lock; it never comes nearer.
    func renew(_ object: String, lockedUntil: UnixTime) async throws(KeysFault)

    /// Every object with the end of its lock.
    func copies() async throws(KeysFault) -> [EscrowCopy]

    func read(_ object: String) async throws(KeysFault) -> [UInt8]?

    /// Removes an object whose lock has ended at `now`.
    func remove(_ object: String, at now: UnixTime) async throws(KeysFault)
}

/// One copy of a key file outside the office, and the day from which it can die.
package struct EscrowCopy: Hashable, Sendable {
    package let escrow: String
    package let object: String
    package let lockedUntil: UnixTime

    package init(escrow: String, object: String, lockedUntil: UnixTime) {
        self.escrow = escrow
        self.object = object
        self.lockedUntil = lockedUntil
    }
}

/// How long escrow copies live without renewal.
package enum EscrowTerm {
    package static let lockDays = 35
    /// Renewed weekly: a copy is due when a week of its lock has passed.
    package static let renewalDays = 7
}

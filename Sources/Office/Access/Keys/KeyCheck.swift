package import Ledger
package import Mail

/// Tells whom a key opens the office for.
package enum KeyCheck {
    /// What is looked at first costs least: a mistyped key never reaches the ledger.
    ///
    /// - Throws: ``KeyRefusal``, or a fault of the ledger.
    package static func caller(
        presenting text: String,
        ledger: LedgerStore,
        mode: Mode,
        at now: Moment
    ) throws -> Caller {
        let presented = try KeyText(text)
        guard presented.mode == mode else {
            throw KeyRefusal.otherMode(key: presented.mode, office: mode)
        }
        guard let row = try ledger.accessKey(presented.id),
            ConstantTime.equal(row.key.digest, presented.digest)
        else { throw KeyRefusal.unknown }
        guard row.key.mode == mode else {
            throw KeyRefusal.otherMode(key: row.key.mode, office: mode)
        }
        guard row.revokedAt == nil else { throw KeyRefusal.revoked(row.key.id) }
        if let end = row.key.expiresAt, now >= end { throw KeyRefusal.expired(row.key.id, at: end) }
        return Caller(author: .key(row.key.id), role: row.key.role, customer: row.key.customer)
    }
}

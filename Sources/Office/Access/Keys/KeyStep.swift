package import Journal
import Ledger
package import Mail

/// What a new key is to be.
package struct KeyOrder: Hashable, Sendable {
    package let name: String
    package let role: Role
    package let mode: Mode
    /// The account whose items the key sees and lodges; every account's where there is none.
    package let customer: String?
    package let expiresAt: Moment?

    package init(
        name: String,
        role: Role,
        mode: Mode,
        customer: String? = nil,
        expiresAt: Moment? = nil
    ) {
        self.name = name
        self.role = role
        self.mode = mode
        self.customer = customer
        self.expiresAt = expiresAt
    }
}

/// Keys are made, ended and replaced by the one writer; each time the record says by whom.
extension RecordingDesk where Self: ~Copyable {
    /// How long the old key still opens the office after a rotation, when nobody says otherwise.
    package static var rotationOverlap: Int64 { 7 * 86_400_000 }

    /// Makes a key; its text is nowhere else, and is not to be had again.
    ///
    /// - Throws: ``AccessRefusal``, or what the journal or the ledger threw.
    package mutating func addKey(
        _ order: KeyOrder,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> KeyText {
        guard order.mode == profile.mode else {
            throw AccessRefusal.otherMode(asked: order.mode, office: profile.mode)
        }
        if let end = order.expiresAt, end <= now { throw AccessRefusal.endsInThePast(end) }
        let text = try unusedKey(random)
        let key = AccessKey(
            id: text.id,
            digest: text.digest,
            name: order.name,
            role: order.role,
            mode: order.mode,
            customer: order.customer,
            expiresAt: order.expiresAt,
            by: author,
            at: now
        )
        try await record(
            [.accessKeyAdded(key), .done(.keyManage, to: key.id, "added", by: author, at: now)],
            at: now
        )
        return text
    }

    /// Ends a key at once; ending it again changes nothing.
    ///
    /// - Throws: ``AccessRefusal`` `keyUnknown`.
    package mutating func revokeKey(
        _ id: String,
        reason: String?,
        by author: Author,
        at now: Moment
    ) async throws {
        guard let row = try ledger.accessKey(id) else { throw AccessRefusal.keyUnknown(id) }
        guard row.revokedAt == nil else { return }
        let revoked = AccessKeyRevoked(id: id, reason: reason, by: author, at: now)
        try await record(
            [
                .accessKeyRevoked(revoked),
                .done(.keyManage, to: id, "revoked", by: author, at: now),
            ],
            at: now
        )
    }

    /// Makes a key like another one, which goes on opening the office for a while: two are active
    /// until whoever presents them has changed over.
    ///
    /// `overlap` is in milliseconds; nothing where the old key is to end at once.
    ///
    /// - Throws: ``AccessRefusal``.
    package mutating func rotateKey(
        _ id: String,
        overlap: Int64 = OfficeDesk.rotationOverlap,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> KeyText {
        guard let row = try ledger.accessKey(id) else { throw AccessRefusal.keyUnknown(id) }
        guard row.isValid(at: now) else { throw AccessRefusal.keyEnded(id) }
        let old = row.key
        let text = try unusedKey(random)
        let end = Moment(milliseconds: now.milliseconds + overlap)
        let entries: [Entry] = [
            .accessKeyAdded(
                old.with(
                    id: text.id,
                    digest: text.digest,
                    expiresAt: old.expiresAt,
                    by: author,
                    at: now
                )
            ),
            .accessKeyAdded(
                old.with(
                    id: old.id,
                    digest: old.digest,
                    expiresAt: old.expiresAt.map { min($0, end) } ?? end,
                    by: old.by,
                    at: old.at
                )
            ),
            .done(.keyManage, to: id, "rotated to \(text.id)", by: author, at: now),
        ]
        try await record(entries, at: now)
        return text
    }

    /// A key whose public part names no other one.
    private func unusedKey(_ random: RandomSource) throws -> KeyText {
        while true {
            let text = KeyText.make(profile.mode, random)
            if try ledger.accessKey(text.id) == nil { return text }
        }
    }
}

extension AccessKey {
    /// The key with what makes it another one, or the same one for another time.
    fileprivate func with(
        id: String,
        digest: String,
        expiresAt: Moment?,
        by author: Author,
        at: Moment
    ) -> AccessKey {
        AccessKey(
            id: id,
            digest: digest,
            name: name,
            role: role,
            mode: mode,
            customer: customer,
            expiresAt: expiresAt,
            by: author,
            at: at
        )
    }
}

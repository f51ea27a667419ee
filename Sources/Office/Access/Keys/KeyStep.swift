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
extension OfficeDesk {
    /// How long the old key still opens the office after a rotation, when nobody says otherwise.
    package static let rotationOverlap: Int64 = 7 * 86_400_000

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
    /// `overlap` is in milliseconds; nothing where the old key is to end at once. A third key of
    /// one line is refused: nobody would know any more which of them is in use where.
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
        let others = try liveRelatives(of: row.key, at: now)
        guard others.count + (overlap > 0 ? 1 : 0) < 2 else {
            throw AccessRefusal.rotationUnderWay(id, with: others[0])
        }
        let old = row.key
        let text = try unusedKey(random)
        let end = Moment(milliseconds: now.milliseconds + overlap)
        let entries: [Entry] = [
            .accessKeyAdded(
                old.with(
                    id: text.id,
                    digest: text.digest,
                    expiresAt: old.expiresAt,
                    replaces: id,
                    by: author,
                    at: now
                )
            ),
            .accessKeyAdded(
                old.with(
                    id: old.id,
                    digest: old.digest,
                    expiresAt: old.expiresAt.map { min($0, end) } ?? end,
                    replaces: old.replaces,
                    by: old.by,
                    at: old.at
                )
            ),
            .done(.keyManage, to: id, "rotated to \(text.id)", by: author, at: now),
        ]
        try await record(entries, at: now)
        return text
    }

    /// The other keys of its line that open the office now: which it replaced, and which replaced
    /// it, over any number of rotations.
    private func liveRelatives(of key: AccessKey, at now: Moment) throws -> [String] {
        let rows = try ledger.accessKeys()
        var line: Set<String> = [key.id]
        var before = 0
        while line.count > before {
            before = line.count
            for row in rows {
                guard let replaced = row.key.replaces else { continue }
                if line.contains(row.key.id) || line.contains(replaced) {
                    line.formUnion([row.key.id, replaced])
                }
            }
        }
        return
            rows.filter { $0.key.id != key.id && line.contains($0.key.id) && $0.isValid(at: now) }
            .map(\.key.id)
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
        replaces: String?,
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
            replaces: replaces,
            by: author,
            at: at
        )
    }
}

import Journal
package import Mail

/// A session that has just begun: what the browser keeps.
package struct NewSession: Hashable, Sendable {
    /// The cookie's value; its hash alone is kept here.
    package let token: String
    package let account: StaffAccount
}

/// A session that somebody came with.
package struct Session: Hashable, Sendable {
    package let account: StaffAccount
    /// What a form of the session must bring back.
    package let csrf: String

    package var caller: Caller { Caller(author: .staff(account.name), role: account.role) }
}

/// The sessions of a running office; a restart ends them all.
///
/// The times are those of NIST SP 800-63B-4 §2.2.3 (AAL2): half a day, an hour unused.
struct SessionBook: Sendable {
    private static let life: Int64 = 12 * 3_600_000
    private static let idle: Int64 = 3_600_000
    /// More than an office has people; the one unused longest makes room.
    private static let limit = 10_000

    struct Kept: Sendable {
        let name: String
        let generation: Int
        let csrf: String
        let began: Int64
        var seen: Int64

        func isAlive(at now: Moment) -> Bool {
            now.milliseconds < began + life && now.milliseconds < seen + idle
        }
    }

    private var kept: [String: Kept] = [:]

    mutating func begin(_ account: StaffAccount, _ random: RandomSource, at now: Moment) -> String {
        if kept.count >= Self.limit {
            kept = kept.filter { $0.value.isAlive(at: now) }
            if kept.count >= Self.limit,
                let oldest = kept.min(by: { $0.value.seen < $1.value.seen })
            {
                kept[oldest.key] = nil
            }
        }
        let token = String(decoding: Base62.unpredictable(32, random), as: UTF8.self)
        kept[SecretLink.digest(token)] = Kept(
            name: account.name,
            generation: account.generation,
            csrf: String(decoding: Base62.unpredictable(32, random), as: UTF8.self),
            began: now.milliseconds,
            seen: now.milliseconds
        )
        return token
    }

    /// The session of that token; it was used now, unless a page only followed what it shows.
    mutating func look(_ token: String, isUse: Bool = true, at now: Moment) -> Kept? {
        let digest = SecretLink.digest(token)
        guard var session = kept[digest] else { return nil }
        guard session.isAlive(at: now) else {
            kept[digest] = nil
            return nil
        }
        guard isUse else { return session }
        session.seen = now.milliseconds
        kept[digest] = session
        return session
    }

    mutating func end(_ token: String) -> Kept? {
        kept.removeValue(forKey: SecretLink.digest(token))
    }
}

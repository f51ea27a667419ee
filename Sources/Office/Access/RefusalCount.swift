import Mail

/// How often strangers were refused, until the record says so.
///
/// Whoever has no account could fill the journal with refusals; a minute's equal ones are one
/// entry. What they are told apart by are closed sets and things of ours, so the count is bounded.
struct RefusalCount: Sendable {
    struct Kind: Hashable, Sendable {
        /// The act that was refused.
        let name: String
        let reason: String
        /// The key or the account that was tried, where there is such a one.
        let object: String?
    }

    private var times: [Kind: Int] = [:]

    mutating func add(_ kind: Kind) { times[kind, default: 0] += 1 }

    /// All of them as acts, in an order that does not depend on chance; the count begins anew.
    mutating func take(at now: Moment) -> [Act] {
        defer { times = [:] }
        return times.sorted { Self.order($0.key).lexicographicallyPrecedes(Self.order($1.key)) }
            .map { kind, times in
                Act(
                    by: .visitor,
                    name: kind.name,
                    outcome: .refused,
                    object: kind.object,
                    reason: kind.reason,
                    times: times,
                    at: now
                )
            }
    }

    private static func order(_ kind: Kind) -> [String] {
        [kind.name, kind.reason, kind.object ?? ""]
    }
}

import Mail

/// How often strangers were refused, until the record says so.
///
/// Whoever has no account could fill the journal with refusals; a minute's equal ones are one
/// entry. What they are told apart by are closed sets, so the count is bounded.
struct RefusalCount: Sendable {
    struct Kind: Hashable, Sendable {
        /// The act that was refused.
        let name: String
        let reason: String
        let key: String?
    }

    private var times: [Kind: Int] = [:]

    mutating func add(_ kind: Kind) { times[kind, default: 0] += 1 }

    /// All of them as acts, in an order that does not depend on chance; the count begins anew.
    mutating func take(at now: Moment) -> [Act] {
        defer { times = [:] }
        return times.sorted { ($0.key.name, $0.key.reason) < ($1.key.name, $1.key.reason) }
            .map { kind, times in
                Act(
                    by: kind.key.map { .key($0) } ?? .visitor,
                    name: kind.name,
                    outcome: .refused,
                    reason: kind.reason,
                    times: times,
                    at: now
                )
            }
    }
}

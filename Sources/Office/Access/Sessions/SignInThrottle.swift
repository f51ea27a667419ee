import Mail

/// How fast passwords may be tried: by who is tried and from where.
///
/// Nobody is locked out by being tried from elsewhere: an address from which an account was signed
/// in before is slowed by its own attempts alone. Each pace is a bucket (GCRA): some attempts at
/// once, then one every so often.
struct SignInThrottle: Sendable {
    private struct Pace {
        let burst: Int64
        /// Milliseconds.
        let interval: Int64
    }

    private enum Kind: Hashable {
        case pair(account: String, address: String)
        case address(String)
        case account(String)

        var isAccount: Bool { if case .account = self { true } else { false } }

        var pace: Pace {
            switch self {
            case .pair: Pace(burst: 5, interval: 30_000)
            case .address: Pace(burst: 20, interval: 6_000)
            case .account: Pace(burst: 20, interval: 15_000)
            }
        }
    }

    /// What is remembered at most; what has recovered goes first.
    private static let limit = 20_000

    /// When each bucket is full again.
    private var full: [Kind: Int64] = [:]
    /// Where accounts were signed in to since the start.
    private var known: Set<Kind> = []

    /// How many buckets are not full.
    var count: Int { full.count }

    /// Counts an attempt, or says after how many seconds it may be made.
    mutating func attempt(_ account: String, from address: String, at now: Moment) -> Int? {
        let kinds = kinds(account, address)
        let wait = kinds.map { self.wait($0, now.milliseconds) }.max() ?? 0
        guard wait <= 0 else { return Int((wait + 999) / 1000) }
        if full.count > Self.limit {
            full = full.filter { $0.value > now.milliseconds }
            if full.count > Self.limit { full = full.filter { $0.key.isAccount } }
        }
        for kind in kinds {
            full[kind] = max(full[kind] ?? 0, now.milliseconds) + kind.pace.interval
        }
        return nil
    }

    /// A success gives its attempt back, and makes the address known to the account.
    mutating func succeeded(_ account: String, from address: String) {
        for kind in kinds(account, address) { full[kind]? -= kind.pace.interval }
        if known.count < Self.limit { known.insert(.pair(account: account, address: address)) }
    }

    private func kinds(_ account: String, _ address: String) -> [Kind] {
        let pair = Kind.pair(account: account, address: address)
        return known.contains(pair) ? [pair] : [pair, .address(address), .account(account)]
    }

    private func wait(_ kind: Kind, _ now: Int64) -> Int64 {
        let pace = kind.pace
        return max(full[kind] ?? 0, now) - now - (pace.burst - 1) * pace.interval
    }
}

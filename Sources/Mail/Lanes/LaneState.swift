/// What becomes of an item on a lane.
package enum LaneState: Hashable, Sendable {
    case open
    /// So many for each hour and day, shared fairly.
    case capped(LaneCap)
    /// Taken in with a receipt and a promise of nothing, up to so many; without end where none is said.
    case held(limit: Int?)
    /// To be carried by a partner.
    ///
    /// The state and its checks are here; carrying items over is not: until it is,
    /// they are held for the partner.
    case diverted(partner: String)
    case closed

    package enum Name: String, Hashable, Sendable, CaseIterable {
        case open
        case capped
        case held
        case diverted
        case closed
    }

    package var name: Name {
        switch self {
        case .open: .open
        case .capped: .capped
        case .held: .held
        case .diverted: .diverted
        case .closed: .closed
        }
    }

    /// How far it is from open, for rules that say equally much.
    package var strictness: Int {
        switch self {
        case .open: 0
        case .capped: 1
        case .diverted: 2
        case .held: 3
        case .closed: 4
        }
    }

    /// Whether items may go at all.
    package var flows: Bool { strictness <= 1 }

    /// Whether it lets through less than another state.
    package func isStricter(than other: LaneState) -> Bool {
        if strictness != other.strictness { return strictness > other.strictness }
        switch (self, other) {
        case (.capped(let own), .capped(let theirs)): return own.isTighter(than: theirs)
        case (.held(let own), .held(let theirs)): return (own ?? .max) < (theirs ?? .max)
        default: return false
        }
    }

    /// As a person reads it: `capped, 500 a day, 30 % for one customer, over it hold`.
    package var text: String {
        switch self {
        case .open: "open"
        case .closed: "closed"
        case .diverted(let partner): "diverted to \(partner)"
        case .held(let limit): limit.map { "held, up to \($0)" } ?? "held"
        case .capped(let cap): "capped, " + cap.text
        }
    }
}

/// How many items a lane lets through in a calendar hour and a calendar day of the office.
package struct LaneCap: Hashable, Sendable {
    /// What happens to what is over the cap.
    package enum Over: String, Hashable, Sendable, CaseIterable {
        case refuse
        case hold
    }

    package let perHour: Int?
    package let perDay: Int?
    package let over: Over
    /// How many per cent of the cap one customer may take; without it, all.
    package let share: Int?

    /// Nothing for a cap that caps nothing, or a share that is none.
    package init?(perHour: Int?, perDay: Int?, over: Over = .refuse, share: Int? = nil) {
        guard perHour != nil || perDay != nil, perHour ?? 1 >= 1, perDay ?? 1 >= 1,
            (1...100).contains(share ?? 1)
        else { return nil }
        self.perHour = perHour
        self.perDay = perDay
        self.over = over
        self.share = share
    }

    /// How many of `count` one customer may take: rounded up, so that a small cap still lets
    /// everybody have one.
    package func share(of count: Int) -> Int {
        guard let share else { return count }
        let (whole, rest) = count.quotientAndRemainder(dividingBy: 100)
        return whole * share + (rest * share + 99) / 100
    }

    /// Whether it lets through less, looked at day, hour, share and what happens above, in this order.
    func isTighter(than other: LaneCap) -> Bool {
        let own = [perDay ?? .max, perHour ?? .max, share ?? 100, over == .refuse ? 0 : 1]
        let theirs = [
            other.perDay ?? .max, other.perHour ?? .max, other.share ?? 100,
            other.over == .refuse ? 0 : 1,
        ]
        return own.lexicographicallyPrecedes(theirs)
    }

    fileprivate var text: String {
        let parts = [
            perHour.map { "\($0) an hour" }, perDay.map { "\($0) a day" },
            share.map { "\($0) % for one customer" }, "over it \(over.rawValue)",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

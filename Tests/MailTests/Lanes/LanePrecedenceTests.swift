import Mail
import Testing

/// The rule that says more wins; every shape of selector against every other, and the compiled
/// index against a search that knows nothing of it.
@Suite("Lane precedence")
struct LanePrecedenceTests {
    /// Selectors that all speak of one lane, one of each shape: a destination of each kind or none,
    /// and each of the other parts said or not.
    static let shapes: [LaneSelector] = {
        guard let country = Country("FR"), let other = Country("DE") else { return [] }
        let destinations: [LaneDestination?] = [
            nil, .territory(.union), .group([country, other]), .country(country),
        ]
        return destinations.flatMap { destination in
            (0..<16)
                .map { bits in
                    LaneSelector(
                        destination: destination,
                        product: bits & 8 == 0 ? nil : .parcel,
                        channel: bits & 2 == 0 ? nil : .api,
                        kind: bits & 1 == 0 ? nil : .business,
                        data: bits & 4 == 0 ? nil : true
                    )
                }
        }
    }()

    /// How much a selector says, written down once more and in another way.
    static func weight(_ selector: LaneSelector) -> [Int] {
        let destination =
            switch selector.destination {
            case nil: 0
            case .territory?: 1
            case .group?: 2
            case .country?: 3
            }
        return [
            destination, selector.product == nil ? 0 : 1, selector.data == nil ? 0 : 1,
            selector.channel == nil ? 0 : 1, selector.kind == nil ? 0 : 1,
        ]
    }

    @Test("of all pairs of shapes, the one that says more decides, in either order")
    func pairs() throws {
        #expect(Self.shapes.count == 64)
        let key = try #require(LaneSamples.key("FR", territory: .union))
        for one in Self.shapes {
            for other in Self.shapes where one != other {
                // The looser state says more, so that strictness cannot be what decides.
                let first = Self.weight(other).lexicographicallyPrecedes(Self.weight(one))
                let settings = [
                    LaneSetting(one, first ? .open : .closed),
                    LaneSetting(other, first ? .closed : .open),
                ]
                let moment = Moment(milliseconds: 5)
                let plan = LaneSamples.plan(settings)
                let wanted = first ? one : other
                #expect(LaneIndex(plan, at: moment).rule(for: key)?.selector == wanted)
                #expect(plan.speaking(of: key, at: moment).first?.selector == wanted)
            }
        }
    }

    @Test(
        "of two that say equally much, the stricter decides",
        arguments: [
            ("closed", "held", 0), ("held", "diverted", 0), ("diverted", "capped 5", 0),
            ("capped 5", "open", 0), ("capped 5", "capped 6", 0), ("held 5", "held", 0),
            ("held 5", "held 4", 1), ("open", "open", 0),
        ]
    )
    func ties(_ one: String, _ other: String, _ winner: Int) throws {
        let states = try [one, other].map { try #require(Self.state($0)) }
        let selectors = try ["dest=FR+DE", "dest=FR+IT"].map { try LaneSelector($0) }
        let key = try #require(LaneSamples.key("FR", territory: .union))
        let settings = zip(selectors, states).map { LaneSetting($0, $1) }
        for (order, wanted) in [(settings, winner), (settings.reversed(), winner)] {
            let index = LaneIndex(LaneSamples.plan(order), at: Moment(milliseconds: 5))
            let rule = try #require(index.rule(for: key))
            if states[0] != states[1] {
                #expect(rule.state == states[wanted])
            } else {
                #expect(rule.id == 1, "the older of two that say the same")
            }
        }
    }

    static func state(_ text: String) -> LaneState? {
        let parts = text.split(separator: " ")
        let number = parts.count == 2 ? Int(parts[1]) : nil
        switch parts[0] {
        case "closed": return .closed
        case "held": return .held(limit: number)
        case "diverted": return .diverted(partner: "x")
        case "capped": return LaneCap(perHour: nil, perDay: number).map { .capped($0) }
        default: return .open
        }
    }

    @Test("the index says what a search through all rules says", arguments: 1...12)
    func index(_ seed: UInt64) throws {
        var random = Random(seed)
        let countries = ["FR", "DE", "US", "CH", "LI", "GB", "ES", "CN", "JP", "NL"]
            .compactMap { Country($0) }
        var settings: [LaneSetting] = []
        for _ in 0..<(40 * Int(seed)) {
            settings.append(random.setting(countries))
        }
        let plan = LaneSamples.plan(settings)
        for moment in [0, 50, 100].map({ Moment(milliseconds: $0) }) {
            let index = LaneIndex(plan, at: moment)
            for key in LaneKey.telling(plan.rules) {
                let found = index.rule(for: key)
                let wanted = Self.search(plan.rules, key, moment)
                #expect(found?.id == wanted?.id, "\(key.text)")
            }
        }
    }

    /// The last of each selector, then the one that says most, then the stricter, then the older.
    static func search(_ rules: [LaneRule], _ key: LaneKey, _ now: Moment) -> LaneRule? {
        let holding = rules.filter { $0.setting.isInForce(at: now) && $0.selector.contains(key) }
        let last = holding.filter { rule in
            !holding.contains { $0.selector == rule.selector && $0.id > rule.id }
        }
        return last.max { one, other in
            let (left, right) = (weight(one.selector), weight(other.selector))
            if left != right { return left.lexicographicallyPrecedes(right) }
            if one.state.isStricter(than: other.state) { return false }
            if other.state.isStricter(than: one.state) { return true }
            return one.id > other.id
        }
    }

    @Test("a moment beyond the next beginning or end needs another index")
    func holds() throws {
        let (early, late) = (Moment(milliseconds: 50), Moment(milliseconds: 90))
        let plan = LaneSamples.plan([LaneSetting(.any, .closed, from: early, to: late)])
        let key = try #require(LaneSamples.key())
        let before = LaneIndex(plan, at: Moment(milliseconds: 10))
        #expect(before.until == early && before.rule(for: key) == nil)
        #expect(before.holds(at: Moment(milliseconds: 49)) && !before.holds(at: early))
        let within = LaneIndex(plan, at: early)
        #expect(within.until == late && within.rule(for: key)?.state == .closed)
        // A clock that went back.
        #expect(!within.holds(at: Moment(milliseconds: 49)))
        #expect(LaneIndex(plan, at: late).rule(for: key) == nil)
    }
}

/// Numbers from a seed, for plans that nobody wrote.
struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func maybe<Value>(_ values: [Value]) -> Value? {
        below(2) == 0 ? nil : pick(values)
    }

    mutating func setting(_ countries: [Country]) -> LaneSetting {
        let destination: LaneDestination? =
            switch below(4) {
            case 0: nil
            case 1: .country(pick(countries))
            case 2: .group([countries[0], pick(Array(countries.dropFirst()))])
            default: .territory(pick(CustomsTerritory.allCases))
            }
        let selector = LaneSelector(
            destination: destination,
            product: maybe(Product.allCases),
            channel: maybe(Channel.allCases),
            kind: maybe(SenderKind.allCases),
            data: maybe([true, false])
        )
        let states: [LaneState] = [.open, .closed, .held(limit: nil), .diverted(partner: "x")]
        let from = below(3) == 0 ? Moment(milliseconds: Int64(below(100))) : nil
        return LaneSetting(selector, pick(states), from: from)
    }
}

/// The lane plan of one moment, compiled so that a decision is two look-ups and no search.
///
/// A table for each destination that a rule names and one for all others; in it a slot for each
/// product, channel, kind and need of data. Rules are painted over each other, the one that decides
/// last.
package struct LaneIndex: Sendable {
    /// The version of the plan.
    package let version: Int
    package let from: Moment
    /// The moment from which on it says nothing any more.
    package let until: Moment?
    private let rules: [LaneRule]
    /// Where the table of a destination begins in ``slots``.
    private let tables: [Int32]
    /// The place of the rule in ``rules``, -1 where none speaks.
    private let slots: [Int32]

    private static let places = 26 * 26 * (CustomsTerritory.allCases.count + 1)
    private static let combinations = 128

    /// - Complexity: O(rules × countries that a rule names).
    package init(_ plan: LanePlan, at now: Moment) {
        version = plan.version
        from = now
        until = plan.nextBoundary(after: now)
        let painted = plan.inForce(at: now).sorted { LanePrecedence.of($1, $0).isFirst }
        rules = painted
        let layers = Layers(painted)
        var slots = [Int32](repeating: -1, count: Self.combinations)
        for rule in layers.everywhere { Self.paint(painted[rule], rule, &slots, from: 0) }
        var tables = [Int32](repeating: 0, count: Self.places)
        for country in layers.countries {
            for territory in [nil] + CustomsTerritory.allCases.map(Optional.some) {
                let start = slots.count
                slots += [Int32](repeating: -1, count: Self.combinations)
                for rule in layers.rules(country, territory) {
                    Self.paint(painted[rule], rule, &slots, from: start)
                }
                tables[Self.place(country, territory)] = Int32(start)
            }
        }
        self.tables = tables
        self.slots = slots
    }

    /// Whether it still holds at a moment; a clock that went back needs a new one.
    package func holds(at now: Moment) -> Bool {
        from <= now && until.map { now < $0 } ?? true
    }

    /// The rule that decides about a lane; nothing where none speaks of it, and it is open.
    ///
    /// - Complexity: O(1).
    package func rule(for key: LaneKey) -> LaneRule? {
        let start = Int(tables[Self.place(key.country, key.territory)])
        let combination = Self.combination(key.product, key.channel, key.kind, key.data)
        let rule = slots[start + combination]
        return rule < 0 ? nil : rules[Int(rule)]
    }

    private static func paint(
        _ rule: LaneRule,
        _ index: Int,
        _ slots: inout [Int32],
        from start: Int
    ) {
        let selector = rule.selector
        for product in selector.product.map({ [$0] }) ?? Product.allCases {
            for channel in selector.channel.map({ [$0] }) ?? Channel.allCases {
                for kind in selector.kind.map({ [$0] }) ?? SenderKind.allCases {
                    for data in selector.data.map({ [$0] }) ?? [false, true] {
                        let place = combination(product, channel, kind, data)
                        slots[start + place] = Int32(index)
                    }
                }
            }
        }
    }

    private static func place(_ country: Country, _ territory: CustomsTerritory?) -> Int {
        var letters = country.code.utf8.makeIterator()
        let first = Int(letters.next() ?? 65) - 65
        let second = Int(letters.next() ?? 65) - 65
        return (first * 26 + second) * (CustomsTerritory.allCases.count + 1)
            + (territory?.ordinal ?? 0)
    }

    private static func combination(
        _ product: Product,
        _ channel: Channel,
        _ kind: SenderKind,
        _ data: Bool
    ) -> Int {
        product.ordinal * 16 + channel.ordinal * 4 + (kind == .business ? 2 : 0) + (data ? 1 : 0)
    }
}

/// Rules by the destination they name, each list in the order in which it is painted.
private struct Layers {
    private(set) var everywhere: [Int] = []
    private var byCountry: [Country: [Int]] = [:]
    private var byTerritory: [CustomsTerritory: [Int]] = [:]

    init(_ rules: [LaneRule]) {
        for (index, rule) in rules.enumerated() {
            switch rule.selector.destination {
            case nil: everywhere.append(index)
            case .country(let country): byCountry[country, default: []].append(index)
            case .group(let countries):
                for country in countries { byCountry[country, default: []].append(index) }
            case .territory(let territory): byTerritory[territory, default: []].append(index)
            }
        }
    }

    /// The countries whose table is not that of everywhere.
    var countries: Set<Country> {
        var found = Set(byCountry.keys)
        for territory in byTerritory.keys {
            found.formUnion(territory.members.keys.compactMap(Country.init))
        }
        return found
    }

    func rules(_ country: Country, _ territory: CustomsTerritory?) -> [Int] {
        (everywhere + byCountry[country, default: []]
            + (territory.map { byTerritory[$0, default: []] } ?? []))
            .sorted()
    }
}

extension Product {
    fileprivate var ordinal: Int {
        switch self {
        case .letter: 0
        case .packet: 1
        case .packetTracked: 2
        case .registered: 3
        case .insured: 4
        case .parcel: 5
        case .ecommerceParcel: 6
        case .ems: 7
        }
    }
}

extension Channel {
    fileprivate var ordinal: Int {
        switch self {
        case .counter: 0
        case .web: 1
        case .api: 2
        case .file: 3
        }
    }
}

extension CustomsTerritory {
    fileprivate var ordinal: Int {
        switch self {
        case .union: 1
        case .swiss: 2
        case .britain: 3
        }
    }
}

package import Ledger
package import Mail

/// The lanes of an office at a glance: a row for each destination that a rule names or that something
/// waits for, a column for what an item is.
package struct LaneBoard: Sendable {
    /// Correspondence, by whatever product, or goods by one product.
    package enum Column: Hashable, Sendable {
        case correspondence
        case goods(Product)

        package static let all: [Column] = [.correspondence] + Product.allCases.map { .goods($0) }

        package var product: Product? {
            if case .goods(let product) = self { product } else { nil }
        }
        package var data: Bool { self != .correspondence }

        fileprivate var products: [Product] { product.map { [$0] } ?? Product.allCases }

        fileprivate init(_ row: HeldRow) {
            self = row.data ? .goods(row.product) : .correspondence
        }
    }

    package struct Cell: Hashable, Sendable {
        package let column: Column
        /// The state of most lanes of the cell; the stricter of two that are equally many.
        package let state: LaneState.Name
        /// Doors and kinds of customers, or countries of a group, do not all have that state.
        package let isMixed: Bool
        package let held: Int
    }

    package struct Row: Hashable, Sendable {
        /// Nothing for everywhere else.
        package let destination: LaneDestination?
        package let cells: [Cell]
        package let held: Int
        /// Since when the oldest waits.
        package let since: Moment?
    }

    package let version: Int
    package let rows: [Row]
    /// Destinations that something waits for and that have no row of their own.
    package let unshown: Int
    package let held: Int
    package let since: Moment?

    /// What is held is counted in the first row that has it: its country's, else its group's, else
    /// everywhere else's.
    package init(
        _ judge: LaneJudge,
        _ held: [HeldRow],
        at now: Moment,
        atMost limit: Int = 24
    ) {
        version = judge.plan.version
        let named = Self.named(judge.plan, now)
        let countries = Self.waited(held, beside: named)
        let room = max(0, limit - named.count)
        unshown = max(0, countries.count - room)
        let destinations =
            named.map(Optional.some) + countries.prefix(room).map { .country($0) } + [nil]
        var judge = judge
        let shares = Self.shares(held, of: destinations)
        rows = zip(destinations, shares)
            .map { destination, share in
                let keys = Self.places(destination, beside: named)
                let cells = Column.all.map { column in
                    Self.cell(
                        column,
                        keys,
                        share.filter { Column($0) == column }.reduce(0) { $0 + $1.items },
                        &judge,
                        now
                    )
                }
                return Row(
                    destination: destination,
                    cells: cells,
                    held: share.reduce(0) { $0 + $1.items },
                    since: share.compactMap(\.since).min()
                )
            }
        self.held = held.reduce(0) { $0 + $1.items }
        since = held.compactMap(\.since).min()
    }

    /// Destinations that rules in force or to come name, countries first.
    static func named(_ plan: LanePlan, _ now: Moment) -> [LaneDestination] {
        var found: [LaneDestination] = []
        for rule in plan.rules where rule.setting.to.map({ $0 > now }) ?? true {
            guard let destination = rule.selector.destination, !found.contains(destination) else {
                continue
            }
            found.append(destination)
        }
        func rank(_ destination: LaneDestination) -> Int {
            switch destination {
            case .country: 0
            case .group: 1
            case .territory: 2
            }
        }
        return found.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
    }

    /// Countries that something waits for and that no row is of yet, the most first.
    private static func waited(
        _ held: [HeldRow],
        beside named: [LaneDestination]
    ) -> [Country] {
        var items: [Country: Int] = [:]
        for row in held where !named.contains(.country(row.destination)) {
            items[row.destination, default: 0] += row.items
        }
        return items.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private static func shares(
        _ held: [HeldRow],
        of destinations: [LaneDestination?]
    ) -> [[HeldRow]] {
        var shares: [[HeldRow]] = destinations.map { _ in [] }
        for row in held {
            let own = destinations.firstIndex(of: .country(row.destination))
            let place =
                own ?? destinations.firstIndex { $0?.holds(row.destination) ?? false }
                ?? destinations.count - 1
            shares[place].append(row)
        }
        return shares
    }

    /// The countries of a row, each with the customs territory that it is in but for single postcodes.
    static func places(
        _ destination: LaneDestination?,
        beside named: [LaneDestination]
    ) -> [(Country, CustomsTerritory?)] {
        switch destination {
        case .country(let country)?: [(country, CustomsTerritory.of(country, postcode: nil))]
        case .group(let countries)?:
            countries.map { ($0, CustomsTerritory.of($0, postcode: nil)) }
        case .territory(let territory)?:
            territory.members.keys.compactMap(Country.init).map { ($0, territory) }
        case nil:
            Country.all.first { country in !named.contains { $0.holds(country) } }
                .map { [($0, CustomsTerritory.of($0, postcode: nil))] } ?? []
        }
    }

    private static func cell(
        _ column: Column,
        _ places: [(country: Country, territory: CustomsTerritory?)],
        _ held: Int,
        _ judge: inout LaneJudge,
        _ now: Moment
    ) -> Cell {
        var counts: [LaneState.Name: (lanes: Int, strictness: Int)] = [:]
        column.forEachLane(to: places, through: Channel.allCases) { key in
            let state = judge.rule(for: key, at: now)?.state ?? .open
            counts[state.name, default: (0, state.strictness)].lanes += 1
        }
        let most = counts.max { $0.value < $1.value }
        return Cell(
            column: column,
            state: most?.key ?? .open,
            isMixed: counts.count > 1,
            held: held
        )
    }
}

extension LaneBoard.Column {
    /// Every lane of the column to those places, through those channels.
    func forEachLane(
        to places: [(country: Country, territory: CustomsTerritory?)],
        through channels: [Channel],
        _ body: (LaneKey) -> Void
    ) {
        for place in places {
            for product in products {
                for channel in channels {
                    for kind in SenderKind.allCases {
                        body(
                            LaneKey(
                                country: place.country,
                                territory: place.territory,
                                product: product,
                                channel: channel,
                                kind: kind,
                                data: data
                            )
                        )
                    }
                }
            }
        }
    }
}

extension LaneDestination {
    /// Whether a country belongs, but for single postcodes.
    fileprivate func holds(_ country: Country) -> Bool {
        switch self {
        case .country(let own): own == country
        case .group(let countries): countries.contains(country)
        case .territory(let territory): territory == CustomsTerritory.of(country, postcode: nil)
        }
    }
}

extension ServedOffice {
    /// The board as of now: it asks for tallies and looks through no queue.
    package func board(atMost limit: Int = 24) throws -> LaneBoard {
        LaneBoard(try judge(), try ledger.heldTally(), at: clock.now(), atMost: limit)
    }
}

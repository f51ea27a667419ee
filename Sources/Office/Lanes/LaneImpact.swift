package import Ledger
package import Mail

/// What a change of the lane plan does to items that there are: counted on live data before it is
/// made.
package struct LaneImpact: Hashable, Sendable {
    /// From one state of a lane to another, so many items of so many customers.
    package struct Row: Hashable, Sendable {
        package let before: LaneState.Name
        package let after: LaneState.Name
        package let items: Int
        package let customers: Int
    }

    /// Of items that are not yet despatched.
    package let live: [Row]
    /// Of what was lodged in the last twenty-four hours, as if the change had been made before.
    package let lastDay: [Row]

    private static let day: Int64 = 86_400_000

    /// What going from one plan to another at a moment does.
    package init(
        _ before: LanePlan,
        _ after: LanePlan,
        _ ledger: LedgerStore,
        at now: Moment
    ) throws {
        let indexes = (LaneIndex(before, at: now), LaneIndex(after, at: now))
        live = Self.rows(try ledger.liveLanes(), indexes)
        lastDay = Self.rows(
            try ledger.laneArrivals(since: Moment(milliseconds: now.milliseconds - Self.day)),
            indexes
        )
    }

    private static func rows(
        _ traffic: [LaneTraffic],
        _ indexes: (before: LaneIndex, after: LaneIndex)
    ) -> [Row] {
        struct Way: Hashable {
            let before: LaneState.Name
            let after: LaneState.Name
        }
        var items: [Way: Int] = [:]
        var customers: [Way: Set<String>] = [:]
        for part in traffic {
            let before = indexes.before.rule(for: part.lane)?.state ?? .open
            let after = indexes.after.rule(for: part.lane)?.state ?? .open
            guard before != after else { continue }
            let way = Way(before: before.name, after: after.name)
            items[way, default: 0] += part.items
            customers[way, default: []].insert(part.customer)
        }
        return
            items.map { way, count in
                Row(
                    before: way.before,
                    after: way.after,
                    items: count,
                    customers: customers[way, default: []].count
                )
            }
            .sorted { ($1.items, $0.before.rawValue) < ($0.items, $1.before.rawValue) }
    }
}

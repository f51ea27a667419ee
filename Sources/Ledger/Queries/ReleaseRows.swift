import GRDB
package import Mail

/// An item that waits in a release plan.
package struct ReleaseRow: Hashable, Sendable {
    /// Its place in the plan's order, from one.
    package let place: Int
    package let item: ItemID
    package let customer: String
    package let lane: LaneKey
}

extension LedgerStore {
    /// The plans by which a backlog is let go, the first first; those that were stopped only when
    /// asked for.
    package func releases(all: Bool = false) throws(LedgerFault) -> [ReleasePlan] {
        try answering { db in
            try String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT plan FROM releases WHERE stopped <= ? ORDER BY entry"
                ),
                arguments: [all ? 1 : 0]
            )
            .compactMap {
                if case .releasePlanned(let plan) = try Entry(Array($0.utf8)) { plan } else { nil }
            }
        }
    }

    /// How many releases were ever planned.
    package func releaseCount() throws(LedgerFault) -> Int {
        try answering { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM releases") ?? 0 }
    }

    /// What still waits in a plan behind a place, in its order.
    package func releaseQueue(
        _ plan: String,
        after place: Int,
        limit: Int
    ) throws(LedgerFault) -> [ReleaseRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT place, id, customer, destination, territory, product, channel, kind,
                            data
                        FROM release_queue CROSS JOIN items ON id = item
                        WHERE plan = ? AND place > ? AND state = 'held' AND lane IS NOT NULL
                        ORDER BY place LIMIT ?
                        """
                ),
                arguments: [plan, place, limit]
            )
            .compactMap(ReleaseRow.init)
        }
    }

    /// What a plan for those lanes would be made of now, in its order.
    package func releasePreview(_ selector: LaneSelector) throws(LedgerFault) -> [ReleaseRow] {
        let order = Fold.order(of: selector)
        return try answering { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT place, items.id, customer, destination, territory, product, channel,
                        kind, data
                    FROM (\(order.sql)) AS queue JOIN items ON items.id = queue.id ORDER BY place
                    """,
                arguments: order.arguments
            )
            .compactMap(ReleaseRow.init)
        }
    }

    /// How many items a plan was made of, and how many of them still wait.
    package func releaseProgress(
        _ plan: String
    ) throws(LedgerFault) -> (planned: Int, waiting: Int) {
        try answering { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS planned,
                        coalesce(sum(state = 'held' AND lane IS NOT NULL), 0) AS waiting
                    FROM release_queue LEFT JOIN items ON id = item WHERE plan = ?
                    """,
                arguments: [plan]
            )
            return (row?["planned"] ?? 0, row?["waiting"] ?? 0)
        }
    }
}

extension ReleaseRow {
    fileprivate init?(_ row: Row) {
        guard let item = ItemID(row["id"] as String), let lane = LaneKey(row) else { return nil }
        self.init(place: row["place"], item: item, customer: row["customer"], lane: lane)
    }
}

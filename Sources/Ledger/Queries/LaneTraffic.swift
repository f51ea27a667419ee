import GRDB
package import Mail

/// So many items of one customer that are on one lane and in one state.
package struct LaneTraffic: Hashable, Sendable {
    package let lane: LaneKey
    package let state: ItemState
    package let customer: String
    package let items: Int
}

extension LedgerStore {
    /// Items that are in our hands or on their way into them: what a change of the plan affects.
    package func liveLanes() throws(LedgerFault) -> [LaneTraffic] {
        try laneTraffic("state IN ('lodged', 'accepted', 'held', 'released')", [])
    }

    /// Items lodged since a moment, whatever became of them.
    package func laneArrivals(since moment: Moment) throws(LedgerFault) -> [LaneTraffic] {
        try laneTraffic("lodged_at >= ?", [moment.milliseconds])
    }

    private func laneTraffic(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws(LedgerFault) -> [LaneTraffic] {
        try answering { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT destination, territory, product, channel, kind, data, state, customer,
                        count(*) AS items
                    FROM items WHERE \(condition) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                    """,
                arguments: arguments
            )
            .compactMap(LaneTraffic.init)
        }
    }
}

extension LaneTraffic {
    fileprivate init?(_ row: Row) {
        guard let lane = LaneKey(row), let state = ItemState(rawValue: row["state"]) else {
            return nil
        }
        self.init(lane: lane, state: state, customer: row["customer"], items: row["items"])
    }
}

extension LaneKey {
    /// The lane of a row that has an item's columns.
    init?(_ row: Row) {
        guard let country = Country(row["destination"] as String),
            let product = Product(rawValue: row["product"]),
            let channel = Channel(rawValue: row["channel"]),
            let kind = SenderKind(rawValue: row["kind"])
        else { return nil }
        self.init(
            country: country,
            territory: (row["territory"] as String?).flatMap(CustomsTerritory.init),
            product: product,
            channel: channel,
            kind: kind,
            data: row["data"]
        )
    }
}

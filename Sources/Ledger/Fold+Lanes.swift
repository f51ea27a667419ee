import GRDB
import Mail

/// What the lane plan says, and what its caps have used: counted from entries alone, so that a
/// restart, a restore and a second machine come to the same.
extension Fold {
    static func text(_ entry: Entry) -> String { String(decoding: entry.bytes, as: UTF8.self) }

    static func change(
        _ change: LanePlanChange,
        _ entry: Entry,
        at index: UInt64,
        _ db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO lane_changes VALUES (?, ?, ?)")
            .execute(arguments: [Int64(index), change.at.milliseconds, text(entry)])
        guard let proposal = change.proposal else { return }
        try db.cachedStatement(sql: "UPDATE lane_proposals SET done = 1 WHERE id = ?")
            .execute(arguments: [proposal])
    }

    /// An item that came in: in the windows of the cap it counts in, or among what its lane holds.
    static func count(_ record: ItemRecord, at moment: Moment, _ db: Database) throws {
        if let use = record.use {
            try count(use, record.lodgement.customer ?? "", at: moment, db)
        }
        if let lane = record.heldOn { try hold(lane, 1, db) }
    }

    static func count(
        _ use: LaneUse,
        _ customer: String,
        at moment: Moment,
        _ db: Database
    ) throws {
        guard let window = use.window else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO lane_counts VALUES (?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET items = items + 1
                """
        )
        for name in [window.hour, window.day] {
            for who in ["", "=" + customer] {
                try statement.execute(arguments: [use.lane, name, who])
            }
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO lane_clock VALUES (1, ?)
                ON CONFLICT DO UPDATE SET at = max(at, excluded.at)
                """
        )
        .execute(arguments: [moment.milliseconds])
    }

    static func hold(_ lane: String, _ items: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO lane_held VALUES (?, ?)
                ON CONFLICT DO UPDATE SET items = items + excluded.items
                """
        )
        .execute(arguments: [lane, items])
    }

    /// Counts an item among what is held, or no longer; one that is not held changes nothing.
    static func tally(_ item: ItemID, _ items: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO held_tally
                SELECT destination, product, data, coalesce(lane, ''), ?1 FROM items
                    WHERE id = ?2 AND state = 'held'
                ON CONFLICT DO UPDATE SET items = items + excluded.items
                """
        )
        .execute(arguments: [items, item.text])
    }

    /// Takes an item from among what its lane holds, where one does.
    static func leaveLane(_ item: ItemID, _ db: Database) throws {
        let lane = try String.fetchOne(
            db.cachedStatement(sql: "SELECT lane FROM items WHERE id = ? AND lane IS NOT NULL"),
            arguments: [item.text]
        )
        if let lane { try hold(lane, -1, db) }
    }

    /// Kind of customer, need of data, customs territory and the lane that holds the item.
    static func laneColumns(_ record: ItemRecord) -> StatementArguments {
        let lane = record.lane
        return [lane.kind.rawValue, lane.data, lane.territory?.rawValue, record.heldOn]
    }

    /// `12.35 GBP`, where postage was paid.
    static func postage(_ record: ItemRecord) -> String? {
        guard let postage = record.item.postage, postage.minorUnits > 0 else { return nil }
        return postage.text
    }
}

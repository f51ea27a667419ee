import GRDB
package import Mail

/// An item that an advisory may be about: its lane, its record's entry and whose it is.
package struct AffectedRow: Hashable, Sendable {
    package let entry: UInt64
    package let lane: LaneKey
    package let state: ItemState
    package let customer: String
}

/// One version that not everybody has been told of yet.
package struct UntoldAdvisory: Hashable, Sendable {
    /// The last text under its name, up to this version.
    package let advisory: Advisory
    package let version: Int
    package let news: AdvisoryNews
    /// When it was said.
    package let at: Moment
    /// Its entry: items that came later were told as they came.
    package let entry: UInt64
}

extension LedgerStore {
    /// Every advisory up to a moment with all its versions, in the order of their names.
    package func advisories(
        asOf moment: Moment? = nil
    ) throws(LedgerFault) -> [AdvisoryHistory] {
        try histories("at <= ?", [moment?.milliseconds ?? .max])
    }

    package func advisory(_ name: AdvisoryName) throws(LedgerFault) -> AdvisoryHistory? {
        try histories("name = ?", [name.text]).first
    }

    private func histories(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws(LedgerFault) -> [AdvisoryHistory] {
        let entries = try answering { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT advisory FROM advisories WHERE \(condition) ORDER BY name, version
                    """,
                arguments: arguments
            )
            .map { try Entry(Array($0.utf8)) }
        }
        var found: [AdvisoryHistory] = []
        for entry in entries {
            switch entry {
            case .advisoryPublished(let advisory):
                let last = found.last.flatMap { $0.name == advisory.name ? $0 : nil }
                if last != nil { found.removeLast() }
                found.append(
                    AdvisoryHistory(
                        latest: advisory,
                        earlier: last.map { [$0.latest] + $0.earlier } ?? []
                    )
                )
            case .advisoryEnded(let ended):
                guard let last = found.popLast() else { continue }
                found.append(
                    AdvisoryHistory(latest: last.latest, earlier: last.earlier, ended: ended)
                )
            default: continue
            }
        }
        return found
    }

    /// The entry that last changed what the public is told.
    package func advisoryEdition() throws(LedgerFault) -> Int? {
        try answering { db in
            try Int.fetchOne(db.cachedStatement(sql: "SELECT max(entry) FROM advisories"))
        }
    }

    /// Versions that not everybody was told of, the oldest first; of one that a later one of its name
    /// has overtaken, nobody is told any more.
    package func untoldAdvisories() throws(LedgerFault) -> [UntoldAdvisory] {
        let rows = try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT name, version, entry FROM advisories AS said
                        WHERE version = (SELECT max(version) FROM advisories
                                         WHERE name = said.name)
                            AND NOT EXISTS (SELECT 1 FROM advisories_told AS told
                                WHERE told.name = said.name AND told.version = said.version)
                        ORDER BY entry
                        """
                )
            )
            .map { (name: $0["name"] as String, entry: UInt64($0["entry"] as Int64)) }
        }
        var untold: [UntoldAdvisory] = []
        for row in rows {
            guard let history = try AdvisoryName(row.name).flatMap(advisory) else { continue }
            untold.append(
                UntoldAdvisory(
                    advisory: history.latest,
                    version: history.version,
                    news: history.ended != nil
                        ? .ended : history.earlier.isEmpty ? .published : .updated,
                    at: history.lastUpdate,
                    entry: row.entry
                )
            )
        }
        return untold
    }

    /// Items lodged before an entry that are not on their way yet, in journal order behind a place.
    package func affectable(
        before end: UInt64,
        after place: UInt64?,
        limit: Int
    ) throws(LedgerFault) -> [AffectedRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT entry, destination, territory, product, channel, kind, data, state,
                            customer
                        FROM items WHERE entry > ? AND entry < ?
                            AND state IN ('lodged', 'accepted', 'held', 'released')
                        ORDER BY entry LIMIT ?
                        """
                ),
                arguments: [place.map { Int64($0) } ?? -1, Int64(end), limit]
            )
            .compactMap { row in
                guard let lane = LaneKey(row), let state = ItemState(rawValue: row["state"]) else {
                    return nil
                }
                return AffectedRow(
                    entry: UInt64(row["entry"] as Int64),
                    lane: lane,
                    state: state,
                    customer: row["customer"]
                )
            }
        }
    }

    /// Whether a sender was told of a version before.
    package func wasTold(
        _ who: String,
        _ name: AdvisoryName,
        _ version: Int
    ) throws(LedgerFault) -> Bool {
        try answering { db in
            try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT 1 FROM senders_told WHERE name = ? AND version = ? AND who = ?"
                ),
                arguments: [name.text, version, who]
            ) != nil
        }
    }

    /// Who was told of an advisory, the first first; behind a place, at most so many.
    package func sendersTold(
        _ name: AdvisoryName,
        after entry: UInt64? = nil,
        limit: Int
    ) throws(LedgerFault) -> [(entry: UInt64, told: SenderTold)] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT entry, told FROM senders_told WHERE name = ? AND entry > ?
                        ORDER BY entry LIMIT ?
                        """
                ),
                arguments: [name.text, entry.map { Int64($0) } ?? -1, limit]
            )
            .compactMap { row in
                guard case .senderTold(let told) = try Entry(Array((row["told"] as String).utf8))
                else { return nil }
                return (UInt64(row["entry"] as Int64), told)
            }
        }
    }

    /// Of which versions everybody was told, and how many they were.
    package func advisoriesTold(_ name: AdvisoryName) throws(LedgerFault) -> [AdvisoryTold] {
        try answering { db in
            try String.fetchAll(
                db,
                sql: "SELECT told FROM advisories_told WHERE name = ? ORDER BY version",
                arguments: [name.text]
            )
            .compactMap {
                guard case .advisoryTold(let told) = try Entry(Array($0.utf8)) else { return nil }
                return told
            }
        }
    }

    /// How many senders were told of a version, how many messages that were, and of how many items.
    package func toldCounts(
        _ name: AdvisoryName,
        _ version: Int
    ) throws(LedgerFault) -> (senders: Int, messages: Int, items: Int) {
        try answering { db in
            let told = try String.fetchCursor(
                db,
                sql: "SELECT told FROM senders_told WHERE name = ? AND version = ?",
                arguments: [name.text, version]
            )
            var counts = (senders: 0, messages: 0, items: 0)
            while let text = try told.next() {
                guard case .senderTold(let told) = try Entry(Array(text.utf8)) else { continue }
                counts.senders += 1
                counts.messages += told.messages.count
                counts.items += told.items
            }
            return counts
        }
    }
}

import GRDB
package import Mail

/// An act with the entry that tells of it.
package struct ActRow: Hashable, Sendable {
    package let entry: UInt64
    package let act: Act
}

extension LedgerStore {
    /// Acts and refusals, newest first, told before an entry, at most so many.
    package func acts(before entry: UInt64? = nil, limit: Int) throws(LedgerFault) -> [ActRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT * FROM acts WHERE entry < ? ORDER BY entry DESC LIMIT ?"
                ),
                arguments: [entry.map { Int64(clamping: $0) } ?? Int64.max, limit]
            )
            .compactMap(ActRow.init)
        }
    }
}

extension ActRow {
    fileprivate init?(_ row: Row) {
        guard let author = Author(row["author"]),
            let outcome = Act.Outcome(rawValue: row["outcome"])
        else { return nil }
        entry = UInt64(row["entry"] as Int64)
        act = Act(
            by: author,
            name: row["act"],
            outcome: outcome,
            object: row["object"],
            reason: row["reason"],
            times: row["times"],
            at: Moment(milliseconds: row["at"])
        )
    }
}

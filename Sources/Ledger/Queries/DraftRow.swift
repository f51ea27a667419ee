import GRDB
package import Mail

/// Where a draft stands, and the entry that holds it.
package struct DraftRow: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        case open
        case bound
        case dropped
    }

    package let code: DraftCode
    package let customer: String
    package let state: State
    package let expiresAt: Moment
    package let entry: UInt64
    /// The item it was made into.
    package let item: ItemID?
}

/// A request that was answered by recording something.
package struct RequestRow: Hashable, Sendable {
    package let fingerprint: String
    package let at: Moment
    /// The first entry that the request made.
    package let entry: UInt64
}

extension LedgerStore {
    package func draft(_ code: DraftCode) throws(LedgerFault) -> DraftRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM drafts WHERE code = ?"),
                arguments: [code.text]
            )
            .flatMap(DraftRow.init)
        }
    }

    /// The draft that an entry holds, while it is the newest of its code.
    package func draft(at entry: UInt64) throws(LedgerFault) -> DraftRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM drafts WHERE entry = ?"),
                arguments: [Int64(clamping: entry)]
            )
            .flatMap(DraftRow.init)
        }
    }

    /// The request that this author made under that `Idempotency-Key`.
    package func request(_ author: Author, key: String) throws(LedgerFault) -> RequestRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM requests WHERE author = ? AND key = ?"),
                arguments: [author.text, key]
            )
            .map { row in
                RequestRow(
                    fingerprint: row["fingerprint"],
                    at: Moment(milliseconds: row["at"]),
                    entry: UInt64(row["entry"] as Int64)
                )
            }
        }
    }
}

extension DraftRow {
    fileprivate init?(_ row: Row) {
        guard let code = DraftCode(row["code"] as String), let state = State(rawValue: row["state"])
        else { return nil }
        self.code = code
        self.state = state
        customer = row["customer"]
        expiresAt = Moment(milliseconds: row["expires_at"])
        entry = UInt64(row["entry"] as Int64)
        item = (row["item"] as String?).flatMap { ItemID($0) }
    }
}

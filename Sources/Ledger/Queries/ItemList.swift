import GRDB
package import Mail

/// Which items are asked for; what is not stated does not matter.
package struct ItemFilter: Hashable, Sendable {
    package var customer: String?
    package var state: ItemState?
    package var destination: String?
    package var product: String?
    package var reference: String?
    /// Milliseconds since 1970: lodged at or after, and before.
    package var lodgedFrom: Int64?
    package var lodgedBefore: Int64?
    /// What people type: the beginning of an identifier, reference, addressee or postcode.
    package var words: String?

    package init() {}

    fileprivate var conditions: [(sql: String, arguments: StatementArguments)] {
        var conditions: [(String, StatementArguments)] = []
        if let customer { conditions.append(("customer = ?", [customer])) }
        if let state { conditions.append(("state = ?", [state.rawValue])) }
        if let destination { conditions.append(("destination = ?", [destination])) }
        if let product { conditions.append(("product = ?", [product])) }
        if let reference { conditions.append(("reference = ?", [reference])) }
        if let lodgedFrom { conditions.append(("lodged_at >= ?", [lodgedFrom])) }
        if let lodgedBefore { conditions.append(("lodged_at < ?", [lodgedBefore])) }
        if let words {
            let pattern = Self.prefixPattern(words)
            conditions.append(
                (
                    """
                    (id LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!'
                     OR addressee LIKE ? ESCAPE '!' OR postcode LIKE ? ESCAPE '!')
                    """, [pattern, pattern, "%" + pattern, pattern]
                )
            )
        }
        return conditions
    }

    private static func prefixPattern(_ words: String) -> String {
        var pattern = ""
        for character in words {
            if "!%_".contains(character) { pattern.append("!") }
            pattern.append(character)
        }
        return pattern + "%"
    }
}

extension LedgerStore {
    /// Items newest first, recorded before an entry, at most so many.
    package func items(
        _ filter: ItemFilter,
        before entry: UInt64? = nil,
        limit: Int
    ) throws(LedgerFault) -> [ItemRow] {
        let conditions =
            filter.conditions + [("entry < ?", [entry.map { Int64(clamping: $0) } ?? Int64.max])]
        return try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: Self.columns + " WHERE "
                        + conditions.map(\.sql).joined(separator: " AND ")
                        + " ORDER BY entry DESC LIMIT ?"
                ),
                arguments: conditions.map(\.arguments).reduce([], +) + [limit]
            )
            .compactMap(ItemRow.init)
        }
    }

    /// How many items stand in each state.
    package func stateCounts() throws(LedgerFault) -> [ItemState: Int] {
        try answering { db in
            var counts: [ItemState: Int] = [:]
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT state, count(*) AS items FROM items GROUP BY state"
            )
            for row in rows {
                if let state = ItemState(rawValue: row["state"]) { counts[state] = row["items"] }
            }
            return counts
        }
    }
}

import GRDB

extension LedgerStore {
    /// The tables in which this ledger and another say different things, with how many rows differ.
    ///
    /// - Throws: ``LedgerFault`` when either cannot be read.
    package func differences(from other: LedgerStore) throws(LedgerFault) -> [String: Int] {
        do {
            return try database.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS other", arguments: [other.path])
                defer { try? db.execute(sql: "DETACH DATABASE other") }
                var differences: [String: Int] = [:]
                for table in LedgerSchema.tables {
                    let count = try Int.fetchOne(
                        db,
                        sql: """
                            SELECT (SELECT count(*) FROM (SELECT * FROM main.\(table)
                                EXCEPT SELECT * FROM other.\(table)))
                              + (SELECT count(*) FROM (SELECT * FROM other.\(table)
                                EXCEPT SELECT * FROM main.\(table)))
                            """
                    )
                    if let count, count > 0 { differences[table] = count }
                }
                return differences
            }
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
    }
}

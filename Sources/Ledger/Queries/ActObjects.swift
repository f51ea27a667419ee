import GRDB

extension LedgerStore {
    /// What an act was done to, behind which no other act was done to the same.
    package func objects(
        of act: String,
        unlessLater other: String
    ) throws(LedgerFault) -> [String] {
        try answering { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT object FROM acts AS told WHERE act = ? AND outcome = 'done'
                    AND object IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM acts WHERE act = ? AND object = told.object
                        AND entry > told.entry)
                    ORDER BY object
                    """,
                arguments: [act, other]
            )
        }
    }

    /// What acts of a name were done to for a reason, in the order they were told.
    package func objects(of act: String, because reason: String) throws(LedgerFault) -> [String] {
        try answering { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT object FROM acts WHERE act = ? AND reason = ? AND object IS NOT NULL
                    GROUP BY object ORDER BY MIN(entry)
                    """,
                arguments: [act, reason]
            )
        }
    }
}

import GRDB
import Glibc
package import Mail

/// One ledger in the place of another: that of the desk, until the whole one is posted.
extension LedgerStore {
    /// Removes a ledger's files; nobody may have them open any more but who reads to an end.
    package static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) }
    }

    /// Puts the whole ledger in this one's place, on the disk and for everybody who asks.
    ///
    /// What reads the old one goes on reading it until it has done. `whole` is used up.
    ///
    /// - Throws: ``LedgerFault``; then whoever starts next begins again from the snapshot.
    package func giveWay(to whole: LedgerStore, origin: String) throws(LedgerFault) {
        do {
            try whole.database.writeWithoutTransaction { db in
                _ = try db.checkpoint(.truncate)
            }
            try whole.database.close()
            Self.remove(path)
            // A crash here leaves no ledger: the next start begins from the snapshot once more.
            guard unsafe rename(whole.path, path) == 0 else {
                throw LedgerFault(path: path, underlying: "rename: errno \(errno)")
            }
            Self.remove(whole.path)
            replace(by: try LedgerStore(path: path, origin: origin))
        } catch let fault as LedgerFault {
            throw fault
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
    }

    /// Items that were lodged under a key that had made another item before: what can happen while
    /// history is on its way, and nobody can know.
    ///
    /// - Returns: Each with the item that was first, the newest first.
    package func lodgedTwice(
        since entry: UInt64,
        limit: Int = 1_000
    ) throws(LedgerFault) -> [(item: ItemID, first: ItemID)] {
        try answering { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT later.id AS item, first.id AS first FROM items AS later
                    JOIN items AS first ON first.customer = later.customer
                        AND first.key =
                            substr(later.key, 1, length(later.key) - length(later.id) - 1)
                    WHERE later.entry >= ? AND later.key LIKE '%#' || later.id
                    ORDER BY later.entry DESC LIMIT ?
                    """,
                arguments: [Int64(entry), limit]
            )
            return rows.compactMap { row in
                guard let item = ItemID(row["item"] as String),
                    let first = ItemID(row["first"] as String)
                else { return nil }
                return (item, first)
            }
        }
    }
}

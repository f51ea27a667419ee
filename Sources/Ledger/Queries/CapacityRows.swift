import GRDB
package import Mail

extension LedgerStore {
    /// The days on which the office does less than usual, the first first.
    package func capacityDays() throws(LedgerFault) -> [CapacityDay] {
        try answering { db in
            try String.fetchAll(db, sql: "SELECT capacity FROM capacity ORDER BY day")
                .compactMap {
                    if case .capacitySet(let day) = try Entry(Array($0.utf8)) { day } else { nil }
                }
                .filter { $0.kind != .usual }
        }
    }
}

package import Ledger
import Mail

/// What caps have used and lanes hold, with what the call under way adds.
///
/// The ledger has what is recorded; a call that fails leaves nothing here to be undone.
package struct LaneTally: Sendable {
    private struct Key: Hashable {
        let lane: String
        let window: String
        let customer: String?
    }

    private let ledger: LedgerStore
    private var counts: [Key: Int] = [:]
    private var held: [String: Int] = [:]

    package init(_ ledger: LedgerStore) {
        self.ledger = ledger
    }

    /// How many items a cap let through in a window; of everybody, or of one customer.
    mutating func count(_ lane: String, in window: String, of customer: String?) throws -> Int {
        let key = Key(lane: lane, window: window, customer: customer)
        if let count = counts[key] { return count }
        let count = try ledger.laneCount(lane, in: window, customer: customer)
        counts[key] = count
        return count
    }

    /// How many items a lane holds.
    mutating func held(_ lane: String) throws -> Int {
        if let count = held[lane] { return count }
        let count = try ledger.laneHeld(lane)
        held[lane] = count
        return count
    }

    /// Counts what is about to be recorded.
    mutating func add(_ use: LaneUse, _ customer: String, items: Int = 1) throws {
        guard let window = use.window else {
            held[use.lane] = try held(use.lane) + items
            return
        }
        for name in [window.hour, window.day] {
            let all = Key(lane: use.lane, window: name, customer: nil)
            counts[all] = try count(use.lane, in: name, of: nil) + items
            // A customer counts from when somebody asked for that customer's share.
            counts[Key(lane: use.lane, window: name, customer: customer)]? += items
        }
    }
}

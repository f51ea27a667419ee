import Ledger
import Mail

/// Which items of one plan's queue go next: the same walk for the office at work and for the days
/// that are only simulated.
enum ReleaseWalk {
    /// Part of a queue: what still waits behind a place, at most so many.
    typealias Queue = (_ place: Int, _ limit: Int) throws -> [ReleaseRow]

    /// What a walk found, and the place up to which it looked.
    struct Found {
        var items: [(row: ReleaseRow, use: LaneUse?)] = []
        var place: Int
    }

    /// Walks until `most` items were found, or the queue ends; what may not go is passed over.
    ///
    /// `lanes` is how many different lanes the queue's items are on, where somebody knows: when none
    /// of them lets anything go, the rest need not be looked at. `taken` went by another plan.
    static func next(
        _ most: Int,
        from place: Int,
        at moment: Moment,
        _ judge: inout LaneJudge,
        _ tally: inout LaneTally,
        closedToo: Bool,
        lanes: Int = .max,
        except taken: Set<ItemID> = [],
        _ queue: Queue
    ) throws -> Found {
        var found = Found(place: place)
        var shut: Set<LaneKey> = []
        while found.items.count < most, shut.count < lanes {
            let rows = try queue(found.place, most)
            if rows.isEmpty { break }
            for row in rows where found.items.count < most {
                found.place = row.place
                // At one moment a lane that lets nothing go lets nothing more go.
                if shut.contains(row.lane) || taken.contains(row.item) { continue }
                switch try judge.release(row.lane, at: moment, closedToo: closedToo, &tally) {
                case .open: found.items.append((row, nil))
                case .counted(let use):
                    try tally.add(use, row.customer)
                    found.items.append((row, use))
                case .held, .refused: shut.insert(row.lane)
                }
            }
        }
        return found
    }
}

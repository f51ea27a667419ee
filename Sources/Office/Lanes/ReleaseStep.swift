import Ledger
package import Mail

/// How far the desk has looked through the queue of each release plan.
///
/// Nothing of it is recorded: whoever begins again looks from the front, and finds let go what was.
struct ReleaseCursors: Sendable {
    /// What a skipped item was skipped for: another plan or another hour may let it go.
    struct Epoch: Hashable {
        let version: Int
        let from: Moment
        let hour: String
    }

    private var places: [String: (epoch: Epoch, place: Int)] = [:]

    subscript(plan: String, epoch: Epoch) -> Int {
        get { places[plan].flatMap { $0.epoch == epoch ? $0.place : nil } ?? 0 }
        set { places[plan] = (epoch, newValue) }
    }
}

extension OfficeDesk {
    /// How many items share a segment.
    package static let releaseBatch = 1024

    /// Lets go what release plans and lanes allow now, at most a batch.
    ///
    /// A plan lets go so many an hour; the lane of each item must flow, and where it is capped there
    /// must be room. An item whose lane does not is passed over and holds nobody up.
    ///
    /// - Returns: How many items went; none when nothing more may go for now.
    package mutating func releaseDue(at now: Moment) async throws -> Int {
        // What waits lies in history that is not back yet.
        guard try history() == nil else { return 0 }
        let moment = try LaneJudge.moment(now, ledger)
        let window = lanes.calendar.window(at: moment)
        var tally = LaneTally(ledger)
        var moves: [Entry] = []
        // An item may wait in several plans, and goes once.
        var taken: Set<ItemID> = []
        for plan in try ledger.releases() {
            let used = try tally.count(plan.name, in: window.hour, of: nil)
            let rate = lanes.capacity.scaled(plan.perHour, on: window.day)
            let most = min(Self.releaseBatch - moves.count, rate - used)
            guard most > 0 else { continue }
            let found = try next(most, of: plan, window, moment, taken, &tally)
            taken.formUnion(found.map(\.row.item))
            moves +=
                found.map { row, use in
                    .itemMoved(
                        ItemMove(
                            item: row.item,
                            to: .released,
                            reason: plan.reason,
                            by: .office,
                            use: use,
                            release: LaneUse(
                                lane: plan.name,
                                version: lanes.plan.version,
                                window: window
                            ),
                            at: now
                        )
                    )
                }
        }
        // A crash here leaves all of them held, or all of them released.
        try await record(moves, at: now)
        return moves.count
    }

    /// The next items of a plan that may go, each with the cap that it counts in.
    private mutating func next(
        _ most: Int,
        of plan: ReleasePlan,
        _ window: LaneWindow,
        _ moment: Moment,
        _ taken: Set<ItemID>,
        _ tally: inout LaneTally
    ) throws -> [(row: ReleaseRow, use: LaneUse?)] {
        let epoch = ReleaseCursors.Epoch(
            version: lanes.plan.version,
            from: lanes.begins(at: moment),
            hour: window.hour
        )
        let ledger = ledger
        let found = try ReleaseWalk.next(
            most,
            from: releases[plan.id, epoch],
            at: moment,
            &lanes,
            &tally,
            closedToo: plan.closedToo,
            except: taken
        ) { try ledger.releaseQueue(plan.id, after: $0, limit: $1) }
        releases[plan.id, epoch] = found.place
        return found.items
    }
}

extension LaneJudge {
    /// Whether an item that waits may go: its lane is open, or capped with room, or only closed to
    /// what is new where the plan is for such lanes, too.
    ///
    /// A customer's share is for those who lodge; here they take turns.
    package mutating func release(
        _ key: LaneKey,
        at now: Moment,
        closedToo: Bool = false,
        _ tally: inout LaneTally
    ) throws -> LaneVerdict {
        guard let rule = rule(for: key, at: now), case .capped(let cap) = rule.state else {
            let state = self.rule(for: key, at: now)?.state ?? .open
            return state == .open || state == .closed && closedToo
                ? .open : .refused(Finding(.laneClosed, at: ""))
        }
        let window = calendar.window(at: now)
        for (name, limit) in [(window.hour, cap.perHour), (window.day, cap.perDay)] {
            guard let limit = limit.map({ capacity.scaled($0, on: window.day) }) else { continue }
            if try tally.count(rule.selector.text, in: name, of: nil) >= limit {
                return .refused(Finding(.laneLimited, at: ""))
            }
        }
        return .counted(LaneUse(lane: rule.selector.text, version: plan.version, window: window))
    }

    /// Since when the plan says what it says now.
    mutating func begins(at now: Moment) -> Moment {
        if !index.holds(at: now) { index = LaneIndex(plan, at: now) }
        return index.from
    }
}

import GRDB
package import Mail

/// What became of a proposal; the numbers are the ledger's.
package enum LaneProposalFate: Int, Hashable, Sendable {
    case waiting = 0
    case approved = 1
    case cancelled = 2

    /// As programs tell it apart; frozen.
    package var name: String {
        switch self {
        case .waiting: "waiting"
        case .approved: "approved"
        case .cancelled: "cancelled"
        }
    }
}

extension LedgerStore {
    /// Every change of the lane plan up to a moment, the first first.
    package func laneChanges(until moment: Moment? = nil) throws(LedgerFault) -> [LanePlanChange] {
        try laneEntries(
            "SELECT change FROM lane_changes WHERE at <= ? ORDER BY entry",
            [moment?.milliseconds ?? .max]
        ) { if case .lanePlanChanged(let change) = $0 { change } else { nil } }
    }

    /// The lane plan as it is, or as it was at a moment.
    package func lanePlan(asOf moment: Moment? = nil) throws(LedgerFault) -> LanePlan {
        try laneChanges(until: moment).reduce(.normal) { $0.applying($1) }
    }

    /// The entry that last changed what lanes say; nothing where none did.
    package func laneEdition() throws(LedgerFault) -> Int? {
        try answering { db in
            try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT max(entry) FROM
                            (SELECT max(entry) AS entry FROM lane_changes
                             UNION ALL SELECT max(entry) FROM capacity)
                        """
                )
            )
        }
    }

    /// What was proposed and neither approved nor forgotten, the oldest first.
    package func laneProposals(openAt now: Moment) throws(LedgerFault) -> [LaneProposal] {
        try laneEntries("SELECT proposal FROM lane_proposals WHERE done = 0 ORDER BY entry", []) {
            if case .laneChangeProposed(let proposal) = $0 { proposal } else { nil }
        }
        .filter { now < $0.expiresAt }
    }

    /// The proposal of that name, with what became of it.
    package func laneProposal(
        _ id: String
    ) throws(LedgerFault) -> (proposal: LaneProposal, fate: LaneProposalFate)? {
        let found = try laneEntries("SELECT proposal FROM lane_proposals WHERE id = ?", [id]) {
            if case .laneChangeProposed(let proposal) = $0 { proposal } else { nil }
        }
        guard let proposal = found.first else { return nil }
        let fate = try answering { db in
            try Int.fetchOne(
                db,
                sql: "SELECT done FROM lane_proposals WHERE id = ?",
                arguments: [id]
            )
        }
        return (proposal, fate.flatMap(LaneProposalFate.init) ?? .waiting)
    }

    /// How many changes were ever proposed.
    package func laneProposalCount() throws(LedgerFault) -> Int {
        try answering { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM lane_proposals") ?? 0
        }
    }

    /// The plans that the office saved, by name.
    package func savedLanePlans() throws(LedgerFault) -> [LanePlanSaved] {
        try laneEntries("SELECT plan FROM lane_plans ORDER BY name", []) {
            if case .lanePlanSaved(let plan) = $0 { plan } else { nil }
        }
    }

    /// How many items a cap let through in a window; of everybody, or of one customer.
    package func laneCount(
        _ lane: String,
        in window: String,
        customer: String? = nil
    ) throws(LedgerFault) -> Int {
        try answering { db in
            try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT items FROM lane_counts WHERE lane = ? AND window = ? AND who = ?"
                ),
                arguments: [lane, window, customer.map { "=" + $0 } ?? ""]
            ) ?? 0
        }
    }

    /// How many items a lane holds.
    package func laneHeld(_ lane: String) throws(LedgerFault) -> Int {
        try answering { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT items FROM lane_held WHERE lane = ?"),
                arguments: [lane]
            ) ?? 0
        }
    }

    /// The latest moment at which something counted in a cap.
    package func laneClock() throws(LedgerFault) -> Moment? {
        try answering { db in
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT at FROM lane_clock"))
                .map { Moment(milliseconds: $0) }
        }
    }

    private func laneEntries<Value>(
        _ sql: String,
        _ arguments: StatementArguments,
        _ read: (Entry) -> Value?
    ) throws(LedgerFault) -> [Value] {
        try answering { db in
            try String.fetchAll(db, sql: sql, arguments: arguments)
                .compactMap { read(try Entry(Array($0.utf8))) }
        }
    }
}

import Ledger
import Mail

/// Lanes as pages and the API ask for them.
extension ServedOffice {
    package var calendar: OfficeCalendar { settings.calendar }

    /// The judge of the plan in force.
    package func judge() throws -> LaneJudge { try judges.judge(ledger, settings.calendar) }

    /// Has the writer carry out an order; `version` is the plan that whoever asks has seen.
    ///
    /// - Throws: ``LaneRefusal``, ``DeskRefusal``.
    package func perform(
        _ order: LaneOrder,
        expecting version: Int? = nil
    ) async throws -> LaneAnswer {
        let now = clock.now()
        return try await door.perform { desk in
            if let version, version != desk.lanes.plan.version {
                throw LaneRefusal.planStale(expected: version, found: desk.lanes.plan.version)
            }
            return try await desk.perform(order, at: now)
        }
    }
}

import Ledger
import Mail

extension OfficeDesk {
    /// Plans that what lanes hold is let go.
    ///
    /// - Throws: ``LaneRefusal``, or what the journal or the ledger threw.
    mutating func planRelease(
        _ selector: LaneSelector,
        perHour: Int,
        _ reason: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        guard perHour >= 1 else { throw LaneRefusal.rateMissing(perHour) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw LaneRefusal.reasonMissing }
        if let gap = try history() { throw DeskRefusal.notYetBack(gap) }
        let plan = ReleasePlan(
            id: "r\(try ledger.releaseCount() + 1)",
            selector: selector,
            perHour: perHour,
            reason: reason,
            by: by,
            at: now
        )
        try await record([.releasePlanned(plan)], at: now)
        return .planned(id: plan.id, items: try ledger.releaseProgress(plan.id).planned)
    }

    mutating func stopRelease(
        _ id: String,
        _ reason: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        guard try ledger.releases().contains(where: { $0.id == id }) else {
            throw LaneRefusal.releaseUnknown(id)
        }
        let stopped = ReleaseStopped(id: id, reason: reason, by: by, at: now)
        try await record([.releaseStopped(stopped)], at: now)
        return .stopped
    }

    /// Lets go all that may go now.
    mutating func releaseAllDue(at now: Moment) async throws -> LaneAnswer {
        var items = 0
        while true {
            let released = try await releaseDue(at: now)
            guard released > 0 else { return .released(items) }
            items += released
        }
    }
}

extension ServedOffice {
    /// Lets go what release plans allow, for as long as somebody runs it.
    ///
    /// A batch is one turn of the writer: who lodges meanwhile waits for one batch at most.
    package func runReleases(pause: Duration = .seconds(1), log: (String) -> Void) async {
        while !Task.isCancelled {
            do {
                // Most of the time nothing is planned, and the writer need not be asked.
                let isPlanned = try !ledger.releases().isEmpty
                let now = clock.now()
                let released =
                    isPlanned ? try await door.perform { try await $0.releaseDue(at: now) } : 0
                if released > 0 { continue }
            } catch is DeskRefusal {
                // Busy, held or closing: it is tried again.
            } catch {
                log("releasing: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }
}

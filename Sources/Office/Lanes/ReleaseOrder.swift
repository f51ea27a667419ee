import Ledger
package import Mail

/// What somebody asks to be let go, and how fast.
package struct ReleaseOrder: Hashable, Sendable {
    package let selector: LaneSelector
    package let perHour: Int
    /// What waits on lanes that are closed to what is new, too; it takes a second person.
    package let closedToo: Bool
    package let reason: String
    package let approvedBy: Author?

    package init(
        _ selector: LaneSelector,
        perHour: Int,
        closedToo: Bool = false,
        reason: String,
        approvedBy: Author? = nil
    ) {
        self.selector = selector
        self.perHour = perHour
        self.closedToo = closedToo
        self.reason = reason
        self.approvedBy = approvedBy
    }

    fileprivate func check(_ by: Author) throws(LaneRefusal) {
        guard perHour >= 1 else { throw .rateMissing(perHour) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        guard closedToo else { return }
        guard let approvedBy else { throw .approvalMissing }
        guard approvedBy.text.lowercased() != by.text.lowercased() else {
            throw .samePerson(by.text)
        }
    }
}

extension OfficeDesk {
    /// Plans that what lanes hold is let go.
    ///
    /// - Throws: ``LaneRefusal``, or what the journal or the ledger threw.
    mutating func plan(
        _ order: ReleaseOrder,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        try order.check(by)
        if let gap = try history() { throw DeskRefusal.notYetBack(gap) }
        let plan = ReleasePlan(
            id: "r\(try ledger.releaseCount() + 1)",
            selector: order.selector,
            perHour: order.perHour,
            closedToo: order.closedToo,
            reason: order.reason,
            by: by,
            approvedBy: order.closedToo ? order.approvedBy : nil,
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
    package func runReleases(pause: Duration = .seconds(1), tell: (String) -> Void) async {
        var told: String?
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
                // Once, and not each second, until it is something else.
                let text = "releasing: \(error)"
                if told != text { tell(text) }
                told = text
            }
            try? await Task.sleep(for: pause)
        }
    }
}

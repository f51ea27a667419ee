import Ledger
package import Mail

/// What somebody asks of the office's writer about the lane plan; the writer decides.
package enum LaneOrder: Hashable, Sendable {
    /// Puts a change in force, or proposes it where it takes a second person.
    case change(LaneRequest, by: Author)
    /// Puts in force what somebody else proposed.
    case approve(String, by: Author)
    /// Gives a set of rules a name.
    case save(String, [LaneSetting], by: Author)
    /// Plans that what lanes hold is let go.
    case planRelease(ReleaseOrder, by: Author)
    case stopRelease(String, reason: String, by: Author)
    /// Lets go what may go now.
    case releaseDue
    /// Says how much the office does on a day.
    case setCapacity(CapacityDay)
}

/// What came of an order.
package enum LaneAnswer: Hashable, Sendable {
    case changed(version: Int)
    case proposed(LaneProposal)
    case saved
    case planned(id: String, items: Int)
    case stopped
    case released(Int)
}

/// Why an order about lanes was refused, in the order in which it is looked at.
package enum LaneRefusal: Error, Hashable, Sendable {
    case nothingAsked
    case reasonMissing
    case ruleUnknown(Int)
    case timesReversed(from: String, to: String)
    case timePast(to: String)
    case nameTaken(String)
    case proposalUnknown(String)
    case proposalDone(String)
    case proposalExpired(String, at: Moment)
    /// The plan has changed since it was weighed.
    case proposalStale(String, expected: Int, found: Int)
    /// One person is not two.
    case samePerson(String)
    case rateMissing(Int)
    /// What is let go from closed lanes takes a second person.
    case approvalMissing
    case releaseUnknown(String)
}

extension OfficeDesk {
    /// How long a proposal waits for its second person.
    private static let proposalLife: Int64 = 24 * 3_600_000

    /// Does what an order says.
    ///
    /// - Throws: ``LaneRefusal``, or what the journal or the ledger threw.
    package mutating func perform(_ order: LaneOrder, at now: Moment) async throws -> LaneAnswer {
        switch order {
        case .change(let request, let by): return try await change(request, by, at: now)
        case .approve(let id, let by): return try await approve(id, by, at: now)
        case .save(let name, let settings, let by):
            guard ReadyMadePlan(rawValue: name) == nil else { throw LaneRefusal.nameTaken(name) }
            let saved = LanePlanSaved(name: name, settings: settings, by: by, at: now)
            try await record([.lanePlanSaved(saved)], at: now)
            return .saved
        case .planRelease(let order, let by): return try await plan(order, by, at: now)
        case .stopRelease(let id, let reason, let by):
            return try await stopRelease(id, reason, by, at: now)
        case .releaseDue: return try await releaseAllDue(at: now)
        case .setCapacity(let day):
            try await record([.capacitySet(day)], at: now)
            return .saved
        }
    }

    private mutating func change(
        _ request: LaneRequest,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        let plan = lanes.plan
        try request.check(against: plan, at: now)
        let change = plan.change(request, by: by, at: now)
        let dangers = LaneDanger.of(plan, plan.applying(change), from: now)
        guard !dangers.isEmpty else {
            try await record([.lanePlanChanged(change)], at: now)
            return .changed(version: change.version)
        }
        let proposal = LaneProposal(
            id: "p\(try ledger.laneProposalCount() + 1)",
            request: request,
            version: plan.version,
            dangers: dangers,
            by: by,
            at: now,
            expiresAt: Moment(milliseconds: now.milliseconds + Self.proposalLife)
        )
        try await record([.laneChangeProposed(proposal)], at: now)
        return .proposed(proposal)
    }

    private mutating func approve(
        _ id: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        guard let (proposal, isDone) = try ledger.laneProposal(id) else {
            throw LaneRefusal.proposalUnknown(id)
        }
        guard !isDone else { throw LaneRefusal.proposalDone(id) }
        guard now < proposal.expiresAt else {
            throw LaneRefusal.proposalExpired(id, at: proposal.expiresAt)
        }
        guard by.text.lowercased() != proposal.by.text.lowercased() else {
            throw LaneRefusal.samePerson(by.text)
        }
        guard proposal.version == lanes.plan.version else {
            throw LaneRefusal.proposalStale(
                id,
                expected: proposal.version,
                found: lanes.plan.version
            )
        }
        let change = lanes.plan.change(
            proposal.request,
            by: proposal.by,
            approvedBy: by,
            proposal: id,
            at: now
        )
        // A crash here leaves the proposal as it was; it is approved again.
        try await record([.lanePlanChanged(change)], at: now)
        return .changed(version: change.version)
    }
}

extension LaneRequest {
    /// Whether it can be asked of a plan at all.
    ///
    /// - Throws: ``LaneRefusal``.
    package func check(against plan: LanePlan, at now: Moment) throws(LaneRefusal) {
        guard clears || !drops.isEmpty || !settings.isEmpty else { throw .nothingAsked }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        for rule in drops where !plan.rules.contains(where: { $0.id == rule }) {
            throw .ruleUnknown(rule)
        }
        for setting in settings {
            guard let to = setting.to else { continue }
            if let from = setting.from, to <= from {
                throw .timesReversed(from: from.text, to: to.text)
            }
            guard to > now else { throw .timePast(to: to.text) }
        }
    }
}

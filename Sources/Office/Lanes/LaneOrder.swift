import Ledger
package import Mail

/// What somebody asks of the office's writer about the lane plan; the writer decides.
package enum LaneOrder: Hashable, Sendable {
    /// Puts a change in force, or proposes it where it takes a second person.
    case change(LaneRequest, by: Author)
    /// Puts in force what somebody else proposed.
    case approve(String, by: Author)
    /// Forgets what waits for a second person.
    case cancel(String, reason: String, by: Author)
    /// Gives a set of rules a name.
    case save(String, [LaneSetting], by: Author)
    /// Plans that what lanes hold is let go.
    case planRelease(ReleaseOrder, by: Author)
    case stopRelease(String, reason: String, by: Author)
    /// Lets go what may go now.
    case releaseDue
    /// Says how much the office does on a day.
    case setCapacity(CapacityDay)
    /// Takes in that items were found in the building that were lodged elsewhere.
    case find([FoundItem], list: String, by: Author)
    /// Says what an item that was found needs.
    case triage(S10, needs: FoundItem.Need, reason: String, by: Author)
}

/// What came of an order.
package enum LaneAnswer: Hashable, Sendable {
    case changed(version: Int)
    case proposed(LaneProposal)
    case saved
    case cancelled
    case planned(id: String, items: Int)
    case stopped
    case released(Int)
    /// So many of the items were not known before.
    case found(Int)
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
    case proposalCancelled(String)
    case proposalExpired(String, at: Moment)
    /// The plan has changed since it was weighed.
    case proposalStale(String, expected: Int, found: Int)
    /// One person is not two.
    case samePerson(String)
    case rateMissing(Int)
    /// What is let go from closed lanes takes a second person.
    case approvalMissing
    case releaseUnknown(String)
    /// No plan of that name, ready-made or saved.
    case planUnknown(String)
    /// The ready-made plan that caps everything, and no cap.
    case capMissing
    /// The plan is another one than whoever asks has seen.
    case planStale(expected: Int, found: Int)
    /// Nothing was found of that number.
    case foundUnknown(S10)
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
        case .cancel(let id, let reason, let by):
            return try await cancel(id, reason, by, at: now)
        case .find(let items, let list, let by):
            return try await find(items, list, by, at: now)
        case .triage(let number, let need, let reason, let by):
            return try await triage(number, need, reason, by, at: now)
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
        let proposal = try waiting(id, at: now)
        guard try !ledger.areOnePerson(by, proposal.by) else {
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

    /// The proposal of that name, while it waits.
    private func waiting(_ id: String, at now: Moment) throws -> LaneProposal {
        guard let (proposal, fate) = try ledger.laneProposal(id) else {
            throw LaneRefusal.proposalUnknown(id)
        }
        switch fate {
        case .approved: throw LaneRefusal.proposalDone(id)
        case .cancelled: throw LaneRefusal.proposalCancelled(id)
        case .waiting: break
        }
        guard now < proposal.expiresAt else {
            throw LaneRefusal.proposalExpired(id, at: proposal.expiresAt)
        }
        return proposal
    }

    private mutating func cancel(
        _ id: String,
        _ reason: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        let proposal = try waiting(id, at: now)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw LaneRefusal.reasonMissing }
        let cancelled = LaneProposalCancelled(
            proposal: proposal.id,
            reason: reason,
            by: by,
            at: now
        )
        // A crash here leaves the proposal as it was; it is cancelled again.
        try await record([.laneProposalCancelled(cancelled)], at: now)
        return .cancelled
    }
}

extension LedgerStore {
    /// Whether two authors are one person: the same, but for letters' case, or somebody and a key that
    /// somebody made.
    fileprivate func areOnePerson(_ one: Author, _ other: Author) throws -> Bool {
        let (left, right) = (try person(behind: one), try person(behind: other))
        return left.text.lowercased() == right.text.lowercased()
    }

    /// The person with an account who made a key; whoever made it on the machine itself is not told
    /// apart from others there, and the key counts as its own.
    private func person(behind author: Author) throws -> Author {
        guard case .key(let id) = author, let maker = try accessKey(id)?.key.by,
            case .staff = maker
        else { return author }
        return maker
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

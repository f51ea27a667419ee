import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// Changing the lane plan, the history of its changes, and who has to agree.
extension APIRoutes {
    /// Answers `POST /v1/lanes/changes`: what it would do, what it did, or what waits for a second
    /// person.
    func changeLanes(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await laneCaller(.laneChange, context)
        let isDryRun = try Query(request, allowing: ["dry_run"]).flag("dry_run")
        let office = site.office
        let order = try LaneBody.request(
            try await request.json(upTo: limits.items),
            office.calendar,
            office.ledger
        )
        let seen = try Self.seen(request.headers, office.ledger)
        let weighing = try LaneWeighing(
            order,
            office.ledger,
            by: caller.author,
            at: office.clock.now()
        )
        if isDryRun {
            if let seen, seen != weighing.version {
                throw LaneRefusal.planStale(expected: seen, found: weighing.version)
            }
            return JSONResponse.make(.ok, weighing.json("dry-run"))
        }
        switch try await office.perform(.change(order, by: caller.author), expecting: seen) {
        case .proposed(let proposal):
            return JSONResponse.make(
                .accepted,
                weighing.json("proposed", version: proposal.version, proposal: proposal),
                headers: [.location: "/v1/lanes/proposals/" + proposal.id]
            )
        case .changed(let version):
            return Self.changed(weighing.json("changed", version: version), version)
        default: preconditionFailure("a change is made or proposed")
        }
    }

    private static func changed(_ json: JSONValue, _ version: Int) -> Response {
        JSONResponse.make(.ok, json, headers: [.eTag: "\"\(version)\""])
    }

    /// The plan that the caller has seen; nothing where any will do.
    ///
    /// - Throws: ``LaneRefusal`` `planStale` for a tag that is none of a plan.
    private static func seen(_ headers: HTTPFields, _ ledger: LedgerStore) throws -> Int? {
        switch EntityTag.condition(headers) {
        case nil, .any: return nil
        case .versions(let versions):
            let found = try ledger.lanePlan().version
            if versions.contains(UInt64(found)) { return found }
            throw LaneRefusal.planStale(expected: versions.first.map(Int.init) ?? 0, found: found)
        }
    }

    /// Answers `GET /v1/lanes/changes`: the newest first.
    func listLaneChanges(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        let query = try Query(request, allowing: ["before", "limit"])
        let limit = try query.limit()
        let before = try query.value("before", expected: "a plan's version, from 1 on") { text in
            text.utf8.allSatisfy { (0x30...0x39).contains($0) }
                ? Int(text).flatMap { $0 >= 1 ? $0 : nil } : nil
        }
        let changes = try site.office.ledger.laneChanges().reversed()
            .filter { change in before.map { change.version < $0 } ?? true }
        let page = changes.prefix(limit)
        let next = changes.count > limit ? page.last?.version : nil
        return JSONResponse.make(
            .ok,
            .members([
                ("changes", .array(page.map(\.shown))),
                ("next", next.map { .integer($0) } ?? .null),
            ])
        )
    }

    /// Answers `GET /v1/lanes/proposals`: what waits for a second person.
    func listLaneProposals(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let now = site.office.clock.now()
        let proposals = try site.office.ledger.laneProposals(openAt: now)
        return JSONResponse.make(
            .ok,
            .members([("proposals", .array(proposals.map(\.shown)))])
        )
    }

    /// Answers `GET /v1/lanes/proposals/{proposal}`: with what it does now.
    func showLaneProposal(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let office = site.office
        let id = context.parameter("proposal")
        guard let (proposal, fate) = try office.ledger.laneProposal(id) else {
            throw LaneRefusal.proposalUnknown(id)
        }
        guard case .object(let members) = proposal.shown else {
            preconditionFailure("a proposal is shown as an object")
        }
        let now = office.clock.now()
        let state = fate == .waiting && now >= proposal.expiresAt ? "expired" : fate.name
        // A rule that it drops may be gone by now; then there is nothing to weigh.
        let weighing =
            fate == .waiting
            ? try? LaneWeighing(proposal.request, office.ledger, by: proposal.by, at: now) : nil
        return JSONResponse.make(
            .ok,
            .object(
                members + [
                    JSONValue.Member("state", .string(state)),
                    JSONValue.Member("affected", weighing?.impact.json ?? .null),
                ]
            )
        )
    }

    /// Answers `POST /v1/lanes/proposals/{proposal}/approve`.
    func approveLanes(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let id = context.parameter("proposal")
        let caller = try await laneCaller(.laneApprove, context, object: id)
        _ = try Query(request)
        guard
            case .changed(let version) = try await site.office.perform(
                .approve(id, by: caller.author)
            )
        else { preconditionFailure("what is approved changes the plan") }
        let json = JSONValue.members([
            ("outcome", .string("changed")), ("version", .integer(version)),
            ("proposal", .string(id)),
        ])
        return Self.changed(json, version)
    }

    /// Answers `POST /v1/lanes/proposals/{proposal}/cancel`.
    func cancelLanes(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let id = context.parameter("proposal")
        let caller = try await laneCaller(.laneChange, context, object: id)
        _ = try Query(request)
        var fields = BodyFields(try await request.json(upTo: limits.other), knowing: ["reason"])
        let reason = fields.text("reason", isRequired: true)
        try fields.finish()
        _ = try await site.office.perform(.cancel(id, reason: reason ?? "", by: caller.author))
        return JSONResponse.make(
            .ok,
            .members([("outcome", .string("cancelled")), ("proposal", .string(id))])
        )
    }
}

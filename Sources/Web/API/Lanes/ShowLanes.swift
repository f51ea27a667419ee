import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// The lane plan as it is and as it was, and why it decides as it does.
extension APIRoutes {
    /// The caller, who may do that with lanes.
    func laneCaller(
        _ permission: Permission,
        _ context: OfficeContext,
        object: String? = nil
    ) async throws -> Caller {
        try await site.requireOfOffice(permission, context, object: object)
    }

    /// Answers `GET /v1/lanes`: every rule of the plan, those to come among them.
    func showLanes(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        let query = try Query(request, allowing: ["as_of"])
        let past = try moment("as_of", query)
        let plan = try site.office.ledger.lanePlan(asOf: past)
        let tag = "\"\(plan.version)\""
        if past == nil, EntityTag.isKnown(tag, request.headers) {
            return EntityTag.notModified(tag)
        }
        let json = JSONValue.members([
            ("version", .integer(plan.version)),
            ("timeZone", .string(site.office.calendar.name)),
            ("rules", .array(plan.rules.map(\.json))),
        ])
        return JSONResponse.make(.ok, json, headers: past == nil ? [.eTag: tag] : [:])
    }

    /// Answers `GET /v1/lanes/usage`: the rules in force, with what caps have used and lanes hold.
    func showLaneUsage(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let (ledger, calendar, now) = (
            site.office.ledger, site.office.calendar, site.office.clock.now()
        )
        let plan = try ledger.lanePlan()
        let counted = try LaneJudge.moment(now, ledger)
        let usage = try plan.inForce(at: now)
            .map { try LaneUsage($0, ledger, calendar, at: counted) }
        let proposals = try ledger.laneProposals(openAt: now)
        return JSONResponse.make(.ok, LaneList.json(plan, usage, proposals, at: now, calendar))
    }

    /// Answers `GET /v1/lanes/why`.
    func whyLane(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await laneCaller(.laneRead, context)
        let query = try Query(request, allowing: ["lane", "postcode", "item", "as_of"])
        let past = try moment("as_of", query)
        let plan = try site.office.ledger.lanePlan(asOf: past)
        let key = try await key(query, caller)
        let why = LaneWhy(key, by: plan, at: past ?? site.office.clock.now())
        return JSONResponse.make(.ok, why.json)
    }

    private func key(_ query: Query, _ caller: Caller) async throws -> LaneKey {
        if let text = query.text("item") {
            guard query.text("lane") == nil else {
                throw APIRefusal.parameterInvalid(
                    name: "lane",
                    expected: "a lane or an item",
                    found: "both"
                )
            }
            guard let id = ItemID(text), let item = try await site.office.item(id, for: caller)
            else { throw DeskRefusal.itemUnknown }
            return item.record.lane
        }
        let expected =
            "a whole lane such as dest=US,product=parcel,channel=api,kind=business,data=yes"
        let key = try query.value("lane", expected: expected) { text in
            (try? LaneSelector(text))
                .flatMap { LaneKey($0, postcode: query.text("postcode")) }
        }
        guard let key else {
            throw APIRefusal.parameterInvalid(name: "lane", expected: expected, found: "nothing")
        }
        return key
    }

    /// A moment as the office's clock has it, or with an offset.
    func moment(_ name: String, _ query: Query) throws(APIRefusal) -> Moment? {
        let calendar = site.office.calendar
        return try query.value(name, expected: "a moment such as 2026-12-24T18:00") {
            calendar.moment($0)
        }
    }

    func selector(_ query: Query) throws(APIRefusal) -> LaneSelector? {
        guard let text = query.text("lane") else { return nil }
        do throws(LaneSelector.Flaw) {
            return try LaneSelector(text)
        } catch {
            throw .parameterInvalid(name: "lane", expected: error.expected, found: error.found)
        }
    }
}

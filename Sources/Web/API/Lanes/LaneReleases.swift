import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// What is held, how it is let go, and when it clears.
extension APIRoutes {
    /// Days of a forecast: a quarter of a year.
    private static let longest = 92

    /// Answers `GET /v1/lanes/backlog`.
    func laneBacklog(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let rows = try site.office.ledger.heldTally()
        let list = rows.map { row in
            JSONValue.members([
                ("lane", .text(row.lane)), ("destination", .string(row.destination.code)),
                ("product", .string(row.product.rawValue)), ("data", .bool(row.data)),
                ("items", .integer(row.items)), ("since", .text(row.since?.text)),
            ])
        }
        return JSONResponse.make(
            .ok,
            .members([
                ("items", .integer(rows.reduce(0) { $0 + $1.items })), ("backlog", .array(list)),
            ])
        )
    }

    /// Answers `GET /v1/lanes/releases`.
    func listReleases(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let (ledger, calendar) = (site.office.ledger, site.office.calendar)
        let now = try LaneJudge.moment(site.office.clock.now(), ledger)
        let list = try ReleaseList(ledger, calendar, at: now)
        return JSONResponse.make(.ok, .members([("releases", .array(list.rows.map(\.json)))]))
    }

    /// Answers `POST /v1/lanes/releases`.
    func planRelease(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await laneCaller(.laneChange, context)
        _ = try Query(request)
        let json = try await request.json(upTo: limits.other)
        var fields = BodyFields(json, knowing: ["lane", "perHour", "reason", "closedToo"])
        let lane = fields.text("lane", isRequired: true)
        let reason = fields.text("reason", isRequired: true)
        try fields.finish()
        let selector: LaneSelector
        do throws(LaneSelector.Flaw) {
            selector = try LaneSelector(lane ?? "")
        } catch {
            throw Self.malformed("/lane", error.expected, error.found)
        }
        guard let perHour = json["perHour"]?.wholeNumber, (1...1_000_000_000).contains(perHour)
        else {
            throw Self.malformed(
                "/perHour",
                "at least one item an hour",
                json["perHour"].map { JSONText.write($0) } ?? "nothing"
            )
        }
        let closedToo: Bool
        switch json["closedToo"] {
        case nil: closedToo = false
        case .bool(let flag)?: closedToo = flag
        case let other?: throw Self.malformed("/closedToo", "true or false", other.kind)
        }
        let order = ReleaseOrder(
            selector,
            perHour: perHour,
            closedToo: closedToo,
            reason: reason ?? ""
        )
        let answer = try await site.office.perform(.planRelease(order, by: caller.author))
        guard case .planned(let id, let items) = answer else {
            preconditionFailure("a release is planned")
        }
        return JSONResponse.make(
            .created,
            .members([("release", .string(id)), ("items", .integer(items))])
        )
    }

    private static func malformed(
        _ pointer: String,
        _ expected: String,
        _ found: String
    ) -> APIRefusal {
        .fields([Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": found])])
    }

    /// Answers `POST /v1/lanes/releases/{release}/stop`.
    func stopRelease(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let id = context.parameter("release")
        let caller = try await laneCaller(.laneChange, context, object: id)
        _ = try Query(request)
        var fields = BodyFields(try await request.json(upTo: limits.other), knowing: ["reason"])
        let reason = fields.text("reason", isRequired: true)
        try fields.finish()
        _ = try await site.office.perform(.stopRelease(id, reason: reason ?? "", by: caller.author))
        return JSONResponse.make(
            .ok,
            .members([("outcome", .string("stopped")), ("release", .string(id))])
        )
    }

    /// Answers `GET /v1/lanes/forecast`: when the backlog clears, by the plans or by what if.
    func forecastLanes(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        let query = try Query(
            request,
            allowing: ["lane", "per_hour", "cap", "days", "arrivals"]
        )
        let selector = try selector(query)
        let perHour = try count("per_hour", query, most: 1_000_000_000)
        let cap = try count("cap", query, most: 1_000_000_000)
        guard (selector == nil) == (perHour == nil) else {
            throw APIRefusal.parameterInvalid(
                name: "per_hour",
                expected: "what if takes lane and per_hour",
                found: "one of them"
            )
        }
        guard selector != nil || cap == nil else {
            throw APIRefusal.parameterInvalid(
                name: "cap",
                expected: "cap only with lane and per_hour",
                found: "cap alone"
            )
        }
        let arrives = try query.text("arrivals") == nil || query.flag("arrivals")
        let question = LaneForecast.Question(
            selector,
            perHour: perHour ?? 1,
            cap: cap,
            days: try count("days", query, most: Self.longest) ?? 30,
            arrives: arrives
        )
        let office = site.office
        let forecast = try LaneForecast(
            question,
            office.ledger,
            try office.judge(),
            at: office.clock.now()
        )
        return JSONResponse.make(.ok, forecast.json)
    }

    private func count(
        _ name: String,
        _ query: Query,
        most: Int
    ) throws(APIRefusal) -> Int? {
        try query.value(name, expected: "a whole number from 1 to \(most)") { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
                (1...most).contains(number)
            else { return nil }
            return number
        }
    }
}

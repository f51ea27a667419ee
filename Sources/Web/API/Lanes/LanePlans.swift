import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// Whole plans by name, and the plan for counters without a network.
extension APIRoutes {
    /// Answers `GET /v1/lanes/plans`.
    func listLanePlans(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let ready = ReadyMadePlan.allCases.map { plan in
            JSONValue.members([
                ("name", .string(plan.rawValue)), ("text", .string(plan.text)),
            ])
        }
        let saved = try site.office.ledger.savedLanePlans()
            .map { plan in
                JSONValue.members([
                    ("name", .string(plan.name)), ("by", .string(plan.by.text)),
                    ("at", .string(plan.at.text)),
                    ("settings", .array(plan.settings.map(\.shown))),
                ])
            }
        return JSONResponse.make(
            .ok,
            .members([("readyMade", .array(ready)), ("saved", .array(saved))])
        )
    }

    /// Answers `PUT /v1/lanes/plans/{name}`: the rules in force under a name.
    func saveLanePlan(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await laneCaller(.laneChange, context)
        _ = try Query(request)
        let name = context.parameter("name")
        guard LanePlanName.isOne(name) else {
            throw APIRefusal.fields([
                Finding(
                    .fieldMalformed,
                    at: "/name",
                    ["expected": LanePlanName.rule, "found": String(name.prefix(100))]
                )
            ])
        }
        let settings = try site.office.ledger.lanePlan().rules.map(\.setting)
        _ = try await site.office.perform(.save(name, settings, by: caller.author))
        return JSONResponse.make(
            .ok,
            .members([("name", .string(name)), ("rules", .integer(settings.count))])
        )
    }

    /// Answers `GET /v1/lanes/bundle`: a signed note.
    func laneBundle(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await laneCaller(.laneRead, context)
        _ = try Query(request)
        let office = site.office
        let bundle = try LaneBundle(
            office.directory,
            office.ledger,
            office.calendar.name,
            at: office.clock.now()
        )
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8",
                .contentDisposition: "attachment; filename=\"lanes-\(bundle.plan.version).bundle\"",
            ],
            body: ResponseBody(byteBuffer: .init(bytes: try bundle.signed(office.directory)))
        )
    }
}

/// What the office's own plans may be called.
enum LanePlanName {
    static let rule = "1–64 letters a to z, digits and hyphens"

    static func isOne(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}

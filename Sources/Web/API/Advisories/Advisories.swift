import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// What the public is told, for those who tell it and for whoever has a key.
extension APIRoutes {
    /// Answers `GET /v1/advisories`: what is not over, or everything.
    func listAdvisories(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try site.requireCaller(for: "advisory.read", context)
        let isAll = try Query(request, allowing: ["ended"]).flag("ended")
        let now = site.office.clock.now()
        let found = try site.office.ledger.advisories().filter { isAll || $0.ended == nil }
        return JSONResponse.make(
            .ok,
            .members([("advisories", .array(found.map { $0.json(false, at: now) }))])
        )
    }

    /// Answers `GET /v1/advisories/{name}`: as it is, and every version before.
    func showAdvisory(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try site.requireCaller(for: "advisory.read", context)
        _ = try Query(request)
        let history = try advisory(context)
        let tag = "\"\(history.version)\""
        if EntityTag.isKnown(tag, request.headers) { return EntityTag.notModified(tag) }
        return answer(.ok, history)
    }

    /// Answers `POST /v1/advisories`: a new one, or a new version of one.
    func publishAdvisory(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.requireOfOffice(.advisoryPublish, context)
        _ = try Query(request)
        let office = site.office
        let (name, content) = try AdvisoryBody.read(
            try await request.json(upTo: limits.other),
            office.calendar
        )
        let order = AdvisoryOrder.publish(
            name,
            content,
            expecting: try Self.seen(request.headers, name, office.ledger),
            by: caller.author
        )
        guard case .published(let version) = try await office.perform(order),
            let history = try office.ledger.advisory(name)
        else { preconditionFailure("what is published is in the ledger") }
        return answer(version == 1 ? .created : .ok, history)
    }

    /// Answers `POST /v1/advisories/{name}/end`.
    func endAdvisory(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let text = context.parameter("name")
        let caller = try await site.requireOfOffice(.advisoryPublish, context, object: text)
        _ = try Query(request)
        let name = try advisory(context).name
        _ = try await site.office.perform(.end(name, by: caller.author))
        return answer(.ok, try advisory(context))
    }

    private func advisory(_ context: OfficeContext) throws -> AdvisoryHistory {
        let text = context.parameter("name")
        guard let name = AdvisoryName(text), let history = try site.office.ledger.advisory(name)
        else { throw WebRefusal.notFound }
        return history
    }

    private func answer(_ status: HTTPResponse.Status, _ history: AdvisoryHistory) -> Response {
        JSONResponse.make(
            status,
            history.json(at: site.office.clock.now()),
            headers: [
                .eTag: "\"\(history.version)\"", .location: "/v1/advisories/" + history.name.text,
            ]
        )
    }

    /// The version that the caller has seen; nothing where any will do.
    private static func seen(
        _ headers: HTTPFields,
        _ name: AdvisoryName,
        _ ledger: LedgerStore
    ) throws -> Int? {
        switch EntityTag.condition(headers) {
        case nil, .any: return nil
        case .versions(let versions):
            let found = try ledger.advisory(name)?.version ?? 0
            if versions.contains(UInt64(found)) { return found }
            throw AdvisoryRefusal.versionStale(
                name,
                expected: versions.first.map(Int.init) ?? 0,
                found: found
            )
        }
    }
}

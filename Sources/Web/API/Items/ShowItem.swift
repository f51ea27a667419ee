import HTTPTypes
import Hummingbird
import Mail
import Office

/// One item, and what is asked of it.
extension APIRoutes {
    /// Answers `GET /v1/items/{id}`.
    func show(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        let tag = EntityTag.of(item, context.language)
        if EntityTag.isKnown(tag, request.headers) { return EntityTag.notModified(tag) }
        return ItemAnswers(site, context).whole(item)
    }

    /// Answers `POST /v1/items/{id}/cancel`.
    func cancel(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemCancel, context)
        _ = try Query(request)
        let id = try context.itemID()
        var fields = BodyFields(
            try await request.json(upTo: limits.other),
            knowing: ["reason"]
        )
        let reason = fields.text("reason", isRequired: true)
        try fields.finish()
        return try await move(id, to: .cancelled, reason: reason, by: caller, request, context)
    }

    /// Answers `POST /v1/items/{id}/accept`.
    func accept(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemAccept, context)
        _ = try Query(request)
        return try await move(
            try context.itemID(),
            to: .accepted,
            reason: nil,
            by: caller,
            request,
            context
        )
    }

    /// Answers `PUT /v1/items/{id}`.
    func amend(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemAmend, context)
        _ = try Query(request)
        let id = try context.itemID()
        guard let condition = EntityTag.condition(request.headers) else {
            throw WebRefusal.preconditionMissing
        }
        let body = try await request.json(upTo: limits.other)
        guard case .object = body else {
            throw APIRefusal.fields([
                Finding(.fieldMalformed, at: "", ["expected": "object", "found": body.kind])
            ])
        }
        let before = try await item(context, for: caller)
        let seen = try Self.seen(condition, before)
        let lodging = try Self.amended(before, with: body, by: caller)
        guard let result = try await site.office.check([lodging]).first else {
            preconditionFailure("a check has one result for each lodging")
        }
        let now = site.office.clock.now()
        let item = try await site.office.door.perform { desk in
            try await desk.amend(id, with: result, by: caller, seen: seen, at: now)
        }
        return ItemAnswers(site, context).whole(item)
    }

    /// The item that the path names, if the caller may see it.
    func item(_ context: OfficeContext, for caller: Caller) async throws -> RecordedItem {
        guard let item = try await site.office.item(try context.itemID(), for: caller) else {
            throw DeskRefusal.itemUnknown
        }
        return item
    }

    private func move(
        _ id: ItemID,
        to state: ItemState,
        reason: String?,
        by caller: Caller,
        _ request: Request,
        _ context: OfficeContext
    ) async throws -> Response {
        var seen: UInt64?
        if let condition = EntityTag.condition(request.headers) {
            seen = try Self.seen(condition, try await item(context, for: caller))
        }
        let now = site.office.clock.now()
        let row = try await site.office.door.perform { [seen] desk in
            try await desk.move(id, to: state, reason: reason, by: caller, seen: seen, at: now)
        }
        guard let item = try await site.office.items([row]).first ?? nil else {
            throw DeskRefusal.itemUnknown
        }
        return ItemAnswers(site, context).whole(item)
    }

    /// The version that the condition names, as far as the item is known now.
    private static func seen(
        _ condition: EntityTag.Condition,
        _ item: RecordedItem
    ) throws(DeskRefusal) -> UInt64 {
        switch condition {
        case .any: return item.changed
        case .versions(let versions):
            if versions.contains(item.changed) { return item.changed }
            throw .versionStale(expected: versions.first ?? 0, found: item.changed)
        }
    }

    /// An amendment keeps the item's account; naming another one moves nothing.
    private static func amended(
        _ before: RecordedItem,
        with body: JSONValue,
        by caller: Caller
    ) throws(DeskRefusal) -> Lodging {
        var (lodgement, findings) = LodgementReader.read(body)
        let customer = before.record.lodgement.customer
        if let named = lodgement.customer, named != customer { throw .customerNotYours(named) }
        lodgement.customer = customer
        return Lodging(
            key: before.record.key,
            lodgement: lodgement,
            channel: .api,
            findings: findings,
            request: LodgeRequest(author: caller.author)
        )
    }
}

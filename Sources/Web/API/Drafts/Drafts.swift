import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// Drafts: declared at home, lodged at a counter by their code.
extension APIRoutes {
    /// How often a code is drawn anew because it was taken: a thousand waiting drafts make one
    /// draw in a thousand million collide.
    private static let draws = 4

    /// Answers `POST /v1/drafts`.
    func saveDraft(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.draftSave, context)
        _ = try Query(request)
        let body = try await request.json(upTo: limits.other)
        guard case .object = body else {
            throw APIRefusal.fields([
                Finding(.fieldMalformed, at: "", ["expected": "object", "found": body.kind])
            ])
        }
        let order = try LodgeOrder(request, body, by: caller, random: site.office.randomBytes)
        let lodging = try order.lodging(body, number: 0)
        // What cannot be read would be lost; what is missing can be added at the counter.
        guard lodging.findings.isEmpty else { throw APIRefusal.fields(lodging.findings) }
        let (draft, isReplay) = try await save(lodging.lodgement, order.request)
        let findings = try await site.office.findings(of: lodging)
        var headers: HTTPFields = [
            .location: Self.path(draft.code), .contentLanguage: context.language.rawValue,
        ]
        if isReplay { headers[.idempotentReplayed] = "true" }
        return JSONResponse.make(
            isReplay ? .ok : .created,
            Self.json(draft, findings, context.language),
            headers: headers
        )
    }

    /// Answers `GET /v1/drafts/{code}`.
    func showDraft(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.draftSave, context)
        _ = try Query(request)
        let draft = try await draft(context, for: caller)
        let findings = try await site.office.findings(of: Self.lodging(draft, by: caller))
        return JSONResponse.make(
            .ok,
            Self.json(draft, findings, context.language),
            headers: [.contentLanguage: context.language.rawValue]
        )
    }

    /// Answers `DELETE /v1/drafts/{code}`.
    func dropDraft(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.draftSave, context)
        _ = try Query(request)
        let code = try context.draftCode()
        let now = site.office.clock.now()
        try await site.office.door.perform { desk in
            try await desk.dropDraft(code, by: caller, at: now)
        }
        return Response(status: .noContent)
    }

    /// Answers `POST /v1/drafts/{code}/accept`: lodges the draft as the counter does.
    ///
    /// Accepting it again answers the item that it became.
    func acceptDraft(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.draftAccept, context)
        _ = try Query(request)
        let answers = ItemAnswers(site, context)
        do {
            let lodging = Self.lodging(try await draft(context, for: caller), by: caller)
            guard let outcome = try await site.office.lodge([lodging]).first else {
                preconditionFailure("every lodging has an outcome")
            }
            return try answers.one(outcome, of: lodging, isMinimal: false)
        } catch DeskRefusal.draftBound(let id) {
            guard let item = try await site.office.item(id, for: caller) else {
                throw DeskRefusal.draftUnknown
            }
            return JSONResponse.make(
                .ok,
                answers.answer(.replayed(item), reference: item.record.lodgement.reference).json,
                headers: [
                    .idempotentReplayed: "true", .location: ItemAnswers.path(id),
                    .contentLanguage: context.language.rawValue,
                ]
            )
        }
    }

    /// Answers `GET /v1/drafts/{code}/qr.png`.
    func draftPNG(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let code = try await qrCode(request, context)
        return Self.picture(code.png(), "image/png")
    }

    /// Answers `GET /v1/drafts/{code}/qr.svg`.
    func draftSVG(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let code = try await qrCode(request, context)
        return Self.picture(Array(code.svg.utf8), "image/svg+xml")
    }

    private func qrCode(_ request: Request, _ context: OfficeContext) async throws -> QRCode {
        let caller = try await site.require(.draftSave, context)
        _ = try Query(request)
        let draft = try await draft(context, for: caller)
        guard let code = QRCode(draft.code.spaced) else {
            preconditionFailure("nine characters fit into a QR code")
        }
        return code
    }

    private func draft(_ context: OfficeContext, for caller: Caller) async throws -> Draft {
        let code = try context.draftCode()
        let now = site.office.clock.now()
        return try await site.office.door.perform { desk in
            try await desk.draft(code, for: caller, at: now)
        }
    }

    /// The draft, and whether the same request had saved it before.
    private func save(
        _ lodgement: Lodgement,
        _ request: LodgeRequest
    ) async throws -> (draft: Draft, isReplay: Bool) {
        let now = site.office.clock.now()
        var draws = 0
        while true {
            guard let code = DraftCode(random: site.office.randomBytes(DraftCode.length)) else {
                preconditionFailure("a code is made of as many random bytes as it has characters")
            }
            draws += 1
            do {
                let draft = try await site.office.door.perform { desk in
                    try await desk.saveDraft(
                        lodgement,
                        under: code,
                        through: .api,
                        request,
                        at: now
                    )
                }
                return (draft, draft.code != code)
            } catch DeskRefusal.busy where draws < Self.draws {
                continue
            }
        }
    }

    /// The draft as the counter lodges it.
    private static func lodging(_ draft: Draft, by caller: Caller) -> Lodging {
        Lodging(
            key: draft.lodgement.reference.map { .reference($0) } ?? .draft(draft.code),
            lodgement: draft.lodgement,
            channel: .counter,
            findings: [],
            request: LodgeRequest(author: caller.author, draft: draft.code)
        )
    }

    private static func path(_ code: DraftCode) -> String { "/v1/drafts/" + code.text }

    private static func json(
        _ draft: Draft,
        _ findings: [Finding],
        _ language: Language
    ) -> JSONValue {
        .members([
            ("draft", .string(draft.code.spaced)),
            ("saved_at", .string(draft.savedAt.text)),
            ("expires_at", .string(draft.expiresAt.text)),
            ("findings", .array(findings.map { $0.json(in: language) })),
            (
                "qr",
                .members([
                    ("png", .string(path(draft.code) + "/qr.png")),
                    ("svg", .string(path(draft.code) + "/qr.svg")),
                ])
            ),
            ("lodgement", draft.lodgement.json),
        ])
    }

    private static func picture(_ bytes: [UInt8], _ mediaType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

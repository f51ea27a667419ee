import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// What anyone needs to check the office without trusting it.
extension APIRoutes {
    /// Answers `GET /v1/journal/checkpoint`: the newest signed note.
    func checkpoint(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await site.require(.journalRead, context)
        _ = try Query(request)
        let checkpoint = try site.office.checkpoint()
        return Self.text(checkpoint.note, tag: "\"\(checkpoint.size)\"", request)
    }

    /// Answers `GET /v1/items/{id}/proof`: a receipt for the item's record, as `journal prove` writes it.
    func proof(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        guard let receipt = try await site.office.receipt(of: item.entry) else {
            throw APIRefusal.proofPending(
                entry: item.entry,
                size: try site.office.checkpoint().size
            )
        }
        return Self.text(
            receipt,
            tag: nil,
            request,
            disposition: "attachment; filename=\"entry-\(item.entry).tlog-proof\""
        )
    }

    /// Answers `GET /v1/me`: who the caller is here, and may what.
    func me(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try site.requireCaller(for: "caller.read", context)
        _ = try Query(request)
        let office = site.office.profile
        return JSONResponse.make(
            .ok,
            .members([
                ("author", .string(caller.author.text)),
                ("customer", caller.customer.map { .string($0) } ?? .null),
                ("mode", .string(office.mode.rawValue)),
                (
                    "permissions",
                    .array(caller.permissions.map(\.rawValue).sorted().map { .string($0) })
                ),
                (
                    "office",
                    .members([
                        ("operator", .string(office.operatorName)),
                        ("country", .string(office.country.code)),
                        ("language", .string(office.language.rawValue)),
                    ])
                ),
            ])
        )
    }

    private static func text(
        _ bytes: [UInt8],
        tag: String?,
        _ request: Request,
        disposition: String? = nil
    ) -> Response {
        if let tag, EntityTag.isKnown(tag, request.headers) { return EntityTag.notModified(tag) }
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
        headers[.eTag] = tag
        headers[.contentDisposition] = disposition
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

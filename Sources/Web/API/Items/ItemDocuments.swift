import HTTPTypes
import Hummingbird
import Ledger
import Mail
import NIOCore
import Office

/// An item's documents: the same bytes for ever, named by their digest.
extension APIRoutes {
    /// Answers `GET /v1/items/{id}/documents`.
    func documents(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        let issued = try site.office.ledger.issued(item.record.id)
        let documents = ItemAnswers.documents(item.record)
            .map { kind, url -> JSONValue in
                let parts = kind.rawValue.split(separator: ".").map(String.init)
                return .members([
                    ("kind", .string(parts[0])), ("format", .string(parts[1])),
                    ("media_type", .string(kind.mediaType)), ("url", .string(url)),
                    ("sha256", issued[kind].map { .string($0) } ?? .null),
                ])
            }
        return JSONResponse.make(.ok, .members([("documents", .array(documents))]))
    }

    /// Answers `GET /v1/items/{id}/documents/{kind}`.
    func document(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        let kind = try Self.kind(context, of: item)
        if let digest = try site.office.ledger.issued(item.record.id)[kind],
            EntityTag.isKnown("\"\(digest)\"", request.headers)
        {
            return EntityTag.notModified("\"\(digest)\"")
        }
        let files = try await site.office.files(of: item, kinds: [kind])
        guard let file = files.first else { throw APIRefusal.documentUnknown(kind.rawValue) }
        let tag = "\"\(file.digest)\""
        if EntityTag.isKnown(tag, request.headers) { return EntityTag.notModified(tag) }
        return Self.response(file, kind, of: item)
    }

    /// Answers `POST /v1/items/{id}/documents/{kind}/reprint`: the same bytes, and where the slip is
    /// that says which copy they are.
    func reprint(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        let kind = try Self.kind(context, of: item)
        let printed = try await site.office.printed(item, kinds: [kind])
        guard let file = printed.files.first else {
            throw APIRefusal.documentUnknown(kind.rawValue)
        }
        var response = Self.response(file, kind, of: item)
        if let number = printed.copy {
            let slip = Self.coverSlip(number, of: item.record.id)
            response.headers[.link] = "<\(slip)>; rel=\"describedby\"; type=\"application/pdf\""
            response.headers[.copy] = String(number)
        }
        return response
    }

    private static func response(
        _ file: IssuedFile,
        _ kind: DocumentKind,
        of item: RecordedItem
    ) -> Response {
        let name = kind.fileName(item.record.id)
        return Response(
            status: .ok,
            headers: [
                .contentType: kind.mediaType, .eTag: "\"\(file.digest)\"",
                .contentDisposition: "inline; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
        )
    }

    private static func kind(
        _ context: OfficeContext,
        of item: RecordedItem
    ) throws(APIRefusal) -> DocumentKind {
        let name = context.parameter("kind")
        guard let kind = DocumentKind(rawValue: name),
            PrintStep.all(for: item.record).contains(kind)
        else { throw .documentUnknown(name) }
        return kind
    }
}

extension DocumentKind {
    /// The media type of the file; ZPL has none registered, and goes by the name in use.
    var mediaType: String {
        switch self {
        case .cn22, .cn23, .cp72, .invoice, .label: "application/pdf"
        case .label203ZPL, .label300ZPL: "application/zpl"
        case .label203PNG, .label300PNG: "image/png"
        // RFC 1767 §1.
        case .itmattEDI: "application/EDIFACT"
        case .itmattJSON: "application/json"
        }
    }
}

import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// Papers that are printed again: one record and one cover slip for all that come out together.
extension APIRoutes {
    /// Answers `POST /v1/items/{id}/reprints`: says that these documents are put on paper now.
    func addReprint(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        var fields = BodyFields(
            try await request.json(upTo: limits.other),
            knowing: ["kinds"]
        )
        let named = fields.texts("kinds", atMost: DocumentKind.allCases.count)
        try fields.finish()
        let all = PrintStep.all(for: item.record)
        if let unknown = named.firstIndex(where: { !all.map(\.rawValue).contains($0) }) {
            let expected = all.map(\.rawValue).joined(separator: ", ")
            throw APIRefusal.fields([
                Finding(
                    .fieldMalformed,
                    at: "/kinds/\(unknown)",
                    ["expected": expected, "found": named[unknown]]
                )
            ])
        }
        let kinds = named.isEmpty ? all : all.filter { named.contains($0.rawValue) }
        let printed = try await site.office.printed(item, kinds: kinds)
        let number = printed.copy
        let cover = number.map { Self.coverSlip($0, of: item.record.id) }
        let json = JSONValue.members([
            ("copy", number.map { .integer($0) } ?? .null),
            ("kinds", .array(printed.again.map { .string($0.rawValue) })),
            ("cover", cover.map { .string($0) } ?? .null),
        ])
        var headers = HTTPFields()
        headers[.location] = cover
        return JSONResponse.make(number == nil ? .ok : .created, json, headers: headers)
    }

    /// Answers `GET /v1/items/{id}/reprints/{number}/cover.pdf`.
    func coverSlip(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        let item = try await item(context, for: caller)
        guard let number = Int(context.parameter("number")), number > 0,
            let slip = try await site.office.coverSlip(number, of: item)
        else { throw APIRefusal.documentUnknown("cover.pdf") }
        let name = "\(item.record.id.text)-cover.pdf"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "inline; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: slip))
        )
    }

    static func coverSlip(_ number: Int, of id: ItemID) -> String {
        ItemAnswers.path(id) + "/reprints/\(number)/cover.pdf"
    }
}

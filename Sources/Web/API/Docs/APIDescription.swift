import CAPIDocument
import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Office

/// The API's description, as it was built into the binary.
package enum APIDescription {
    package static let yaml: [UInt8] = unsafe Array(
        UnsafeBufferPointer(
            start: posthorn_api_document(),
            count: posthorn_api_document_size()
        )
    )

    /// The description as a page for people; made once.
    static let page = DocumentationPage.html(of: String(decoding: yaml, as: UTF8.self))

    static func tag(of bytes: [UInt8]) -> String {
        "\"\(Hexadecimal.text(SHA256.hash(data: bytes)))\""
    }
}

extension APIRoutes {
    /// Answers `GET /openapi.yaml`.
    func description(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try Query(request)
        return Self.open(APIDescription.yaml, "application/yaml", request)
    }

    /// Answers `GET /docs`.
    func documentation(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try Query(request)
        var response = Self.open(
            Array(APIDescription.page.utf8),
            "text/html; charset=utf-8",
            request
        )
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        return response
    }

    /// What anyone may read, and keep as long as it stays the same.
    private static func open(
        _ bytes: [UInt8],
        _ mediaType: String,
        _ request: Request
    ) -> Response {
        let tag = APIDescription.tag(of: bytes)
        if EntityTag.isKnown(tag, request.headers) { return EntityTag.notModified(tag) }
        return Response(
            status: .ok,
            headers: [.contentType: mediaType, .eTag: tag, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

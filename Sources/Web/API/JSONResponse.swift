import HTTPTypes
import Hummingbird
import Mail
import NIOCore

/// Answers in JSON, written without a detour.
enum JSONResponse {
    static func make(
        _ status: HTTPResponse.Status,
        _ value: JSONValue,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let buffer = ByteBuffer(bytes: JSONText.bytes(value))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: buffer))
    }
}

extension HTTPField.Name {
    static let idempotencyKey = named("Idempotency-Key")
    static let idempotentReplayed = named("Idempotent-Replayed")
    static let lastEventID = named("Last-Event-ID")
    static let link = named("Link")
    static let prefer = named("Prefer")
    static let preferenceApplied = named("Preference-Applied")
    static let rateLimit = named("RateLimit")
    static let rateLimitPolicy = named("RateLimit-Policy")
    static let requestID = named("X-Request-Id")
    /// Which copy of an item's papers was printed.
    static let copy = named("Posthorn-Copy")
    static let traceParent = named("traceparent")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("a header's name is a token, not \(name)")
        }
        return name
    }
}

import HTTPTypes
import Mail
import NIOCore

/// Why a connection is told something before anybody looked at its request.
package enum ConnectionRefusal: Hashable, Sendable {
    case tooManyConnections
    /// Bytes.
    case bodyTooLarge(limit: Int)
    /// Bytes and fields of the first line and header.
    case headTooLarge(limit: Int, fields: Int)
    case timedOut(seconds: Int64)

    var status: HTTPResponse.Status {
        switch self {
        case .tooManyConnections: .serviceUnavailable
        case .bodyTooLarge: .contentTooLarge
        case .headTooLarge: .requestHeaderFieldsTooLarge
        case .timedOut: .requestTimeout
        }
    }

    /// A frozen code, under which it is counted and answered.
    var code: String {
        switch self {
        case .tooManyConnections: "too_many_connections"
        case .bodyTooLarge: "body_too_large"
        case .headTooLarge: "header_too_large"
        case .timedOut: "request_timed_out"
        }
    }

    private var detail: String {
        switch self {
        case .tooManyConnections:
            "The office has as many open connections as it takes. Try again in a moment."
        case .bodyTooLarge(let limit):
            "A body may have \(limit) bytes. Send fewer items in one request."
        case .headTooLarge(let limit, let fields):
            "The first line and header may have \(limit) bytes and \(fields) fields. Send less of them."
        case .timedOut(let seconds):
            "The request did not arrive within \(seconds) seconds. Send it again, whole."
        }
    }

    /// RFC 9457, as every refusal of the API.
    ///
    /// `id` is what the answer calls the request.
    func problem(_ id: String) -> String {
        JSONText.write(
            .members([
                ("type", .string("about:blank")), ("title", .string(status.reasonPhrase)),
                ("status", .integer(UInt64(status.code))), ("code", .string(code)),
                ("detail", .string(detail)), ("request_id", .string(id)),
            ])
        )
    }

    func fields(_ body: ByteBuffer, _ id: String) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "application/problem+json", .connection: "close",
            .contentLength: String(body.readableBytes), .requestID: id,
        ]
        if case .tooManyConnections = self { fields[.retryAfter] = "1" }
        return fields
    }
}

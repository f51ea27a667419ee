import HTTPTypes
import Mail
import NIOCore

/// Why a connection is told something before anybody looked at its request.
enum ConnectionRefusal {
    case tooManyConnections
    /// Bytes.
    case bodyTooLarge(limit: Int)
    case timedOut(seconds: Int64)

    var status: HTTPResponse.Status {
        switch self {
        case .tooManyConnections: .serviceUnavailable
        case .bodyTooLarge: .contentTooLarge
        case .timedOut: .requestTimeout
        }
    }

    private var code: String {
        switch self {
        case .tooManyConnections: "too_many_connections"
        case .bodyTooLarge: "body_too_large"
        case .timedOut: "request_timed_out"
        }
    }

    private var detail: String {
        switch self {
        case .tooManyConnections:
            "The office has as many open connections as it takes. Try again in a moment."
        case .bodyTooLarge(let limit):
            "A body may have \(limit) bytes. Send fewer items in one request."
        case .timedOut(let seconds):
            "The request did not arrive within \(seconds) seconds. Send it again, whole."
        }
    }

    /// RFC 9457, as every refusal of the API.
    var problem: String {
        JSONText.write(
            .members([
                ("type", .string("about:blank")), ("title", .string(status.reasonPhrase)),
                ("status", .integer(UInt64(status.code))), ("code", .string(code)),
                ("detail", .string(detail)),
            ])
        )
    }

    func fields(_ body: ByteBuffer) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "application/problem+json", .connection: "close",
            .contentLength: String(body.readableBytes),
        ]
        if case .tooManyConnections = self { fields[.retryAfter] = "1" }
        return fields
    }
}

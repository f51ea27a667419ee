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

    var status: HTTPResponse.Status { problem.code.status }

    /// A frozen code, under which it is counted and answered.
    var code: String { problem.code.rawValue }

    private var problem: Problem {
        switch self {
        case .tooManyConnections: Problem(.tooManyConnections)
        case .bodyTooLarge(let limit): Problem(.bodyTooLarge, ["limit": String(limit)])
        case .headTooLarge(let limit, let fields):
            Problem(.headerTooLarge, ["limit": String(limit), "fields": String(fields)])
        case .timedOut: Problem(.requestTimedOut)
        }
    }

    /// RFC 9457, as every refusal of the API; in English, for nobody read what was asked for.
    ///
    /// `name` is what the answer calls the request, where somebody keeps it.
    func problem(_ name: RequestName?) -> String {
        JSONText.write(problem.json(to: name, in: .english))
    }

    func fields(_ body: ByteBuffer, _ name: RequestName?) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "application/problem+json", .connection: "close",
            .contentLength: String(body.readableBytes),
        ]
        fields[.requestID] = name?.id
        if case .tooManyConnections = self { fields[.retryAfter] = "1" }
        return fields
    }
}

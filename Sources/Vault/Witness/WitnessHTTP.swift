package import AsyncHTTPClient
import Journal
import NIOCore
import NIOHTTP1

/// Brings requests to witnesses over HTTP.
package enum WitnessHTTP {
    private static let timeoutSeconds: Int64 = 10
    /// A witness answers with a few lines.
    private static let mostBytes = 65_536

    /// A transport of its own for as long as the work takes.
    package static func with<T: Sendable>(
        _ work: (@escaping WitnessTransport) async throws -> T
    ) async throws -> T {
        var configuration = HTTPClient.Configuration()
        // A witness that is down is told at once; the next round asks again.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: configuration
        )
        do {
            let result = try await work(transport(client))
            try await client.shutdown()
            return result
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// The client is the caller's, who shuts it down.
    package static func transport(_ client: HTTPClient) -> WitnessTransport {
        { url, body in
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "text/plain; charset=utf-8")
            request.body = .bytes(ByteBuffer(bytes: body))
            let answer = try await client.execute(request, timeout: .seconds(timeoutSeconds))
            let bytes = try await answer.body.collect(upTo: mostBytes)
            return WitnessResponse(
                status: Int(answer.status.code),
                contentType: answer.headers.first(name: "Content-Type") ?? "",
                body: Array(buffer: bytes)
            )
        }
    }
}

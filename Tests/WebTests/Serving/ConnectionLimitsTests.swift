import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import Web

/// What a client may not do to the others: hold a connection, send without end, be too many.
@Suite("limits of a connection", .serialized, .timeLimit(.minutes(30)))
struct ConnectionLimitsTests {
    /// Runs a test against a server that answers with the length of what it was sent.
    private func serving(
        _ limits: WebLimits,
        _ body: @escaping @Sendable (Int) throws -> Void
    ) async throws {
        let router = Router(context: AdminContext.self)
        router.add(middleware: RequestRecord(telemetry: Telemetry()))
        router.post("count") { request, _ in
            var count = 0
            for try await part in request.body { count += part.readableBytes }
            return String(count)
        }
        let (ports, told) = AsyncStream<Int>.makeStream()
        let server = WebServer(
            router,
            at: .network(host: "127.0.0.1", port: 0, tls: nil),
            limits: limits,
            telemetry: Telemetry()
        ) { told.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            for await port in ports {
                // A thread of its own: who blocks one of the pool's keeps the server from answering.
                try await withCheckedThrowingContinuation { continuation in
                    Thread.detachNewThread { continuation.resume(with: Result { try body(port) }) }
                }
                break
            }
            group.cancelAll()
        }
    }

    private static let post = "POST /count HTTP/1.1\r\nHost: office\r\n"

    @Test func answersWhatIsWithinTheLimits() async throws {
        try await serving(WebLimits()) { port in
            let connection = try #require(RawConnection(port: port))
            for _ in 0..<3 {
                connection.send(Self.post + "Content-Length: 5\r\n\r\nhello")
                #expect(connection.read(until: "\r\n\r\n5").hasPrefix("HTTP/1.1 200 OK"))
            }
        }
    }

    @Test(
        "tells a slow client that its time is over",
        arguments: [
            "POST /count HT", "POST /count HTTP/1.1\r\nHost: office\r\nX-Slow: ",
            "POST /count HTTP/1.1\r\nHost: office\r\nContent-Length: 5\r\n\r\nhel",
            "POST /count HTTP/1.1\r\nHost: office\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n",
        ]
    )
    func tellsASlowClient(_ begun: String) async throws {
        var limits = WebLimits()
        limits.headTime = .milliseconds(200)
        limits.requestTime = .milliseconds(300)
        try await serving(limits) { port in
            let connection = try #require(RawConnection(port: port))
            connection.send(begun)
            let answer = connection.read()
            #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
            #expect(answer.contains("\"code\":\"request_timed_out\""))
        }
    }

    @Test func closesAConnectionThatSaysNothing() async throws {
        var limits = WebLimits()
        limits.idleTime = .milliseconds(200)
        try await serving(limits) { port in
            let connection = try #require(RawConnection(port: port))
            #expect(connection.read() == "")
        }
    }

    @Test(
        "refuses a body without end",
        arguments: [
            "Content-Length: 2000\r\n\r\n",
            "Content-Length: 99999999999\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n" + "400\r\n" + String(repeating: "x", count: 1_024)
                + "\r\n1\r\nx\r\n",
        ]
    )
    func refusesAGiantBody(_ rest: String) async throws {
        var limits = WebLimits()
        limits.body = 1_024
        try await serving(limits) { port in
            let connection = try #require(RawConnection(port: port))
            connection.send(Self.post + rest)
            let answer = connection.read()
            #expect(answer.hasPrefix("HTTP/1.1 413 "), "\(answer)")
            #expect(answer.contains("at most 1024 bytes"))
        }
    }

    @Test(
        "refuses a giant header",
        arguments: [
            "X-Much: " + String(repeating: "x", count: 70_000) + "\r\n\r\n",
            // Without an end, and in many small fields.
            "X-Much: " + String(repeating: "x", count: 300_000),
            (0..<201).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
            (0..<5_000).map { "X-\($0): \(String(repeating: "x", count: 20))\r\n" }.joined(),
        ]
    )
    func refusesAGiantHeader(_ rest: String) async throws {
        try await serving(WebLimits()) { port in
            let connection = try #require(RawConnection(port: port))
            connection.send(Self.post + rest)
            let answer = connection.read()
            #expect(answer.hasPrefix("HTTP/1.1 431 "), "\(answer.prefix(300))")
            #expect(answer.contains("\"code\":\"header_too_large\""))
            // Nobody keeps what this server refuses: there is no name to ask for it by.
            #expect(!answer.contains("instance"))
        }
    }

    @Test func takesAHeaderThatIsJustWithinTheLimit() async throws {
        try await serving(WebLimits()) { port in
            let connection = try #require(RawConnection(port: port))
            let field = "X-Much: " + String(repeating: "x", count: 60_000) + "\r\n"
            for _ in 0..<2 {
                connection.send(Self.post + field + "Content-Length: 5\r\n\r\nhello")
                #expect(connection.read(until: "\r\n\r\n5").hasPrefix("HTTP/1.1 200 OK"))
            }
        }
    }

    @Test func turnsAwayOneTooMany() async throws {
        var limits = WebLimits()
        limits.connections = 2
        try await serving(limits) { port in
            let first = try #require(RawConnection(port: port))
            let second = try #require(RawConnection(port: port))
            for connection in [first, second] {
                connection.send(Self.post + "Content-Length: 1\r\n\r\nx")
                #expect(connection.read(until: "\r\n\r\n1").hasPrefix("HTTP/1.1 200 OK"))
            }
            let third = try #require(RawConnection(port: port))
            let answer = third.read()
            #expect(answer.hasPrefix("HTTP/1.1 503 "), "\(answer)")
            #expect(answer.lowercased().contains("retry-after: 1"))
        }
    }
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// An office that `posthorn serve` runs, with a client's key to it.
final class LiveOffice: Sendable {
    struct Answer: Sendable {
        let status: UInt
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let running: Running
    private let key: String
    let address: String
    let admin: String

    /// Starts it and waits until it answers.
    ///
    /// - Throws: ``Refused`` with what it said when it does not start.
    init(_ office: StakedOffice, environment: [String: String] = [:]) async throws {
        key = office.key
        running = try office.kit.posthorn.start(
            ["serve", "--office", office.path.absolute, "--port", "0", "--admin-port", "0"],
            environment: ["POSTHORN_WATCH_PAUSE": "1", "POSTHORN_LOG_LEVEL": "notice"]
                .merging(environment) { $1 }
        )
        let end = ContinuousClock.now + .seconds(120)
        while !running.output.contains("\n") {
            guard running.isRunning else {
                throw Refused(try await running.finish(seconds: 10))
            }
            guard ContinuousClock.now < end else { throw Siege.Stuck("serve does not start") }
            try await Task.sleep(for: .milliseconds(10))
        }
        let line = running.output.split(separator: "\n").first ?? ""
        address = String(line)
        admin =
            running.errors.split(separator: "\n").first { $0.hasPrefix("admin: ") }
            .map { String($0.dropFirst("admin: ".count)) } ?? ""
    }

    /// It would not start, and said why.
    struct Refused: Error, CustomStringConvertible {
        let finished: Tool.Finished

        init(_ finished: Tool.Finished) { self.finished = finished }

        var description: String { "serve ended with \(finished.brief)" }
    }

    var isRunning: Bool { running.isRunning }
    var log: String { running.errors }

    func kill() async throws {
        running.send(SIGKILL)
        _ = try await running.finish(seconds: 30)
    }

    @discardableResult
    func stop() async throws -> Tool.Finished {
        running.send(SIGTERM)
        return try await running.finish(seconds: 60)
    }

    /// Waits for an end of its own.
    func ended(seconds: Int) async throws -> Tool.Finished {
        try await running.finish(seconds: seconds)
    }

    func post(_ path: String, _ body: String) async throws -> Answer {
        var request = HTTPClientRequest(url: address + path)
        request.method = .POST
        request.headers.add(name: "authorization", value: "Bearer \(key)")
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: body))
        return try await Self.ask(request)
    }

    func get(_ path: String) async throws -> Answer {
        var request = HTTPClientRequest(url: address + path)
        request.headers.add(name: "authorization", value: "Bearer \(key)")
        return try await Self.ask(request)
    }

    private static func ask(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 16 << 20)
        return Answer(status: response.status.code, bytes: Array(body.readableBytesView))
    }

    /// What `/readyz` says; nothing when nobody answers.
    func readiness() async -> Answer? {
        try? await Self.ask(HTTPClientRequest(url: admin + "readyz?verbose"))
    }

    /// A figure of `/metrics` without labels.
    func figure(_ name: String) async -> Double? {
        guard let text = try? await Self.ask(HTTPClientRequest(url: admin + "metrics")).text else {
            return nil
        }
        return text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
            .flatMap { Double($0.dropFirst(name.count + 1)) }
    }
}

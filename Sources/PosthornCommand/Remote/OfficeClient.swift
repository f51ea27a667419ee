import AsyncHTTPClient
import Foundation
import Mail
import NIOCore
import NIOHTTP1
import NIOSSL
import Office
import Synchronization

/// Speaks with an office at work: the one served on this machine, or one elsewhere.
struct OfficeClient: Sendable {
    enum Verb: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    struct Answer: Sendable {
        let status: UInt
        /// `Retry-After`, in seconds.
        let retryAfter: Int?
        /// Everything asked had been done before.
        let isReplay: Bool
        let bytes: [UInt8]

        var isGood: Bool { (200..<300).contains(status) }

        /// - Throws: ``CommandFailure`` where the answer is no JSON.
        func json() throws -> JSONValue {
            do {
                return try JSONReader.read(bytes)
            } catch {
                throw CommandFailure(
                    .failed,
                    "the office answered \(status) with something else than JSON",
                    hint: "is it a posthorn that listens there?"
                )
            }
        }
    }

    private let client: HTTPClient
    private let base: String
    private let key: String?
    private let name: String
    /// Keeps the way to the socket open.
    private let socket: LocalSocket?

    /// The office that is served from that directory.
    init(_ socket: LocalSocket, of directory: OfficeDirectory) {
        let escaped =
            socket.path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        client = Self.client(Self.configuration)
        base = "http+unix://" + escaped
        key = nil
        name = directory.root
        self.socket = socket
    }

    /// An office at an address; `authorities` is a PEM file of who may vouch for it.
    init(server: String, key: String?, authorities: String?) {
        var configuration = Self.configuration
        if let authorities {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(authorities)
            configuration.tlsConfiguration = tls
        }
        client = Self.client(configuration)
        base = server.hasSuffix("/") ? String(server.dropLast()) : server
        self.key = key
        name = base
        socket = nil
    }

    /// Keeps a client until the process ends, as one that goes before its connections must not.
    private static let kept = Mutex<[HTTPClient]>([])

    private static func client(_ configuration: HTTPClient.Configuration) -> HTTPClient {
        let client = HTTPClient(configuration: configuration)
        kept.withLock { $0.append(client) }
        return client
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        // Whoever typed the command learns at once that nobody is there.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// Asks once; whatever was answered comes back.
    ///
    /// - Throws: ``CommandFailure`` `service_down` when nobody answers.
    func ask(
        _ verb: Verb,
        _ path: String,
        _ body: JSONValue? = nil,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.method = HTTPMethod(rawValue: verb.rawValue)
        if let key { request.headers.add(name: "authorization", value: "Bearer \(key)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(ByteBuffer(string: JSONText.write(body)))
        }
        do {
            let response = try await client.execute(request, timeout: .minutes(10))
            let body = try await response.body.collect(upTo: 1 << 30)
            return Answer(
                status: response.status.code,
                retryAfter: response.headers.first(name: "retry-after").flatMap(Int.init),
                isReplay: response.headers.contains(name: "idempotent-replayed"),
                bytes: Array(body.readableBytesView)
            )
        } catch {
            throw CommandFailure(
                .serviceDown,
                "\(name) does not answer: \(error)",
                hint: "what was answered before is recorded; run the same command again"
            )
        }
    }

    /// Asks, and takes nothing but a good answer.
    ///
    /// - Throws: ``CommandFailure`` in the office's own words.
    func good(
        _ verb: Verb,
        _ path: String,
        _ body: JSONValue? = nil,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        let answer = try await ask(verb, path, body, headers: headers)
        guard answer.isGood else { throw RemoteProblem(answer).failure }
        return answer
    }
}

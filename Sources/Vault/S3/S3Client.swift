import AsyncHTTPClient
import Crypto
import Journal
import NIOCore
package import NIOHTTP1
import Synchronization

/// Requests to one bucket, signed; answers as they are.
package struct S3Client: Sendable {
    package struct Answer: Sendable {
        package var status: Int
        package var headers: HTTPHeaders
        package var body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }
        package var isSuccess: Bool { (200..<300).contains(status) }
        /// The code that S3 gives an error, such as `NoSuchKey`.
        package var code: String { isSuccess ? "" : S3Text.element("Code", in: body) ?? "" }
    }

    package struct Call: Sendable {
        var method: HTTPMethod
        /// The key below the prefix; nil for the bucket itself.
        var key: String?
        var query: [String: String]
        var headers: [String: String]
        var body: [UInt8]

        package init(
            method: HTTPMethod,
            key: String? = nil,
            query: [String: String] = [:],
            headers: [String: String] = [:],
            body: [UInt8] = []
        ) {
            self.method = method
            self.key = key
            self.query = query
            self.headers = headers
            self.body = body
        }
    }

    package let place: S3Place
    private let signer: SigV4
    private let clock: VaultClock
    /// How far the store's clock is ahead of ours, in seconds, once it has answered.
    private let skew = Skew()

    private final class Skew: Sendable {
        let seconds = Mutex<Int64?>(nil)
    }

    package init(_ place: S3Place, _ credentials: S3Credentials, clock: VaultClock) {
        self.place = place
        self.clock = clock
        signer = SigV4(credentials, region: place.region)
    }

    /// The time by the store's clock.
    var storeTime: UnixTime? {
        skew.seconds.withLock { $0 }
            .map { UnixTime(seconds: clock.now().seconds + $0) }
    }

    /// Sends a request; one that the store finds too far from its clock is signed by that clock.
    ///
    /// - Throws: `unreachable` when there is no answer, or one that says to come back.
    package func send(_ call: Call) async throws(VaultFault) -> Answer {
        var answer = try await sendOnce(call, at: clock.now())
        if answer.code == "RequestTimeTooSkewed", let time = storeTime {
            answer = try await sendOnce(call, at: time)
        }
        guard answer.status < 500, answer.status != 429 else {
            throw unreachable("status \(answer.status) \(answer.code)")
        }
        return answer
    }

    private func sendOnce(_ call: Call, at time: UnixTime) async throws(VaultFault) -> Answer {
        let path = "/\(place.bucket)" + (call.key.map { "/\(place.prefix)\($0)" } ?? "")
        let hash = Hexadecimal.encode(SHA256.hash(data: call.body))
        let date = S3Text.basic(time)
        var headers = call.headers
        headers["host"] = place.host
        headers["x-amz-date"] = date
        headers["x-amz-content-sha256"] = hash
        let signed = SigV4.Request(
            method: call.method.rawValue,
            path: path,
            query: call.query,
            headers: headers,
            payloadSHA256: hash
        )
        headers["authorization"] = signer.authorization(signed, time: date)
        let query = call.query.isEmpty ? "" : "?" + S3Text.encode(query: call.query)
        var request = HTTPClientRequest(
            url: "\(place.scheme)://\(place.host)\(S3Text.encode(path: path))\(query)"
        )
        request.method = call.method
        for (name, value) in headers where name != "host" {
            request.headers.add(name: name, value: value)
        }
        if !call.body.isEmpty { request.body = .bytes(call.body) }
        do {
            let response = try await Self.client.execute(request, timeout: .seconds(20))
            let body = try await response.body.collect(upTo: 64 << 20)
            note(response.headers)
            return Answer(
                status: Int(response.status.code),
                headers: response.headers,
                body: Array(body.readableBytesView)
            )
        } catch { throw unreachable("\(error)") }
    }

    /// One for as long as the process lives.
    ///
    /// A store that refuses connections is said to be down at once, not when the time of the request
    /// is over: shipping tries again by itself.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    private func note(_ headers: HTTPHeaders) {
        guard let time = headers.first(name: "date").flatMap(S3Text.date) else { return }
        let ahead = time.seconds - clock.now().seconds
        skew.seconds.withLock { $0 = ahead }
    }

    private func unreachable(_ detail: String) -> VaultFault {
        VaultFault(.unreachable, "\(place)", detail, hint: "it is tried again")
    }

    /// What an answer that is no success says of the vault.
    func fault(_ answer: Answer, _ what: String) -> VaultFault {
        let detail = "\(what): status \(answer.status) \(answer.code)"
        switch answer.code {
        case "NoSuchBucket", "InvalidRequest", "ObjectLockConfigurationNotFoundError":
            return VaultFault(
                .unsuitable,
                "\(place)",
                detail,
                hint: "the bucket must exist and must have been made with Object Lock"
            )
        default:
            return VaultFault(
                answer.status == 403 ? .denied : .unreachable,
                "\(place)",
                detail,
                hint: answer.status == 403
                    ? "the credential must put, read, list versions and put retention"
                    : "it is tried again"
            )
        }
    }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends one message to one address, once.
package struct WebhookPost: Sendable {
    /// One request as it goes out.
    struct Message: Sendable {
        let url: String
        let headers: [(String, String)]
        let body: [UInt8]
    }

    let send: @Sendable (Message) async -> DeliveryMachine.Outcome

    /// Over the network, to addresses that the guard allows.
    ///
    /// The name is resolved here, every address it has is looked at, and the connection is made to
    /// that very address: a name that resolves otherwise a moment later leads nowhere else.
    ///
    /// `seconds` is what an answer may take, to its first line.
    package static func network(_ settings: WebhookSettings, seconds: Int64 = 15) -> WebhookPost {
        let guardian = AddressGuard(allowsPrivate: settings.allowsPrivateAddresses)
        return WebhookPost { message in
            guard let target = WebhookTarget(message.url) else {
                return .failed(.addressMalformed)
            }
            guard let addresses = await resolve(target), let first = addresses.first else {
                return .failed(.nameUnresolved)
            }
            guard addresses.allSatisfy(guardian.allows), let address = first.ipAddress else {
                return .failed(.addressForbidden)
            }
            return await post(message, to: target, at: address, within: .seconds(seconds))
        }
    }

    private static func post(
        _ message: Message,
        to target: WebhookTarget,
        at address: String,
        within timeout: TimeAmount
    ) async -> DeliveryMachine.Outcome {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(
                connect: timeout,
                read: timeout
            )
        )
        configuration.dnsOverride = [target.host: address]
        configuration.proxy = nil
        // When it is tried again, the spool says.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: configuration
        )
        var request = HTTPClientRequest(url: message.url)
        request.method = .POST
        request.headers = HTTPHeaders(message.headers)
        request.body = .bytes(message.body)
        let outcome: DeliveryMachine.Outcome
        do {
            let response = try await client.execute(request, timeout: timeout)
            outcome = .answered(status: Int(response.status.code))
        } catch let error as HTTPClientError {
            let isLate =
                [.deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout].contains(error)
            outcome = .failed(isLate ? .timedOut : .connectionFailed)
        } catch {
            outcome = .failed(.connectionFailed)
        }
        // What the receiver says beside its status is read by nobody.
        try? await client.shutdown()
        return outcome
    }

    /// Every address of a name; nothing where it has none, or none in time.
    private static func resolve(_ target: WebhookTarget) async -> [SocketAddress]? {
        if let address = try? SocketAddress(ipAddress: target.host, port: target.port) {
            return [address]
        }
        let (host, port) = (target.host, target.port)
        return try? await NIOThreadPool.singleton.runIfActive {
            try HostAddresses.all(of: host, port: port)
        }
    }
}

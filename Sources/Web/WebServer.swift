package import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import NIOCore
package import NIOSSL
import ServiceLifecycle

/// One address that the office listens on: the network, the admin's, or the local socket.
package struct WebServer: Service {
    package enum Place: Sendable {
        case network(host: String, port: Int, tls: TLSConfiguration?)
        /// A socket in the file system, for whoever is the same user.
        case local(path: String)
    }

    private let serve: @Sendable () async throws -> Void

    /// `onRunning` is called once, with the port that was bound.
    package init<Context: RequestContext>(
        _ router: Router<Context>,
        at place: Place,
        limits: WebLimits,
        telemetry: Telemetry,
        refusals: RefusedConnections? = nil,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) where Context.Source == ApplicationRequestContextSource {
        let responder = router.buildResponder()
        let tell: ConnectionWatch.Tell = { refusal, request in
            if let refusals { return refusals.tell(refusal, request) }
            telemetry.refused(refusal, nil)
            return nil
        }
        serve = {
            let application = Application(
                responder: responder,
                server: try Self.builder(place, limits, telemetry, tell),
                configuration: ApplicationConfiguration(
                    address: place.address,
                    serverName: "posthorn",
                    backlog: 4_096
                ),
                onServerRunning: { channel in
                    await onRunning(channel.localAddress?.port ?? 0)
                },
                logger: telemetry.serverLogger
            )
            try await application.run()
        }
    }

    package func run() async throws {
        try await serve()
    }

    private static func builder(
        _ place: Place,
        _ limits: WebLimits,
        _ telemetry: Telemetry,
        _ tell: @escaping ConnectionWatch.Tell
    ) throws -> HTTPServerBuilder {
        let connections = OpenConnections(limit: limits.connections)
        telemetry.watch(connections)
        switch place {
        case .network(_, _, nil):
            return .http1(
                configuration: http1(limits) {
                    [ConnectionWatch(limits: limits, connections: connections, tell: tell)]
                }
            )
        case .local:
            return .http1(
                configuration: http1(limits) {
                    [
                        PeerCheck(),
                        ConnectionWatch(limits: limits, connections: connections, tell: tell),
                    ]
                }
            )
        case .network(_, _, let tls?):
            let streams = http1(limits) {
                [ConnectionWatch(limits: limits, connections: nil, tell: tell)]
            }
            let configuration = HTTP2UpgradeChannel.Configuration(
                idleTimeout: .nanoseconds(limits.idleTime.nanoseconds),
                gracefulCloseTimeout: .seconds(5),
                streamConfiguration: streams
            )
            return HTTPServerBuilder { responder in
                GuardedTLSChannel(
                    base: try HTTP2UpgradeChannel(
                        tlsConfiguration: tls,
                        configuration: configuration,
                        responder: responder
                    ),
                    limits: limits,
                    connections: connections
                )
            }
        }
    }

    private static func http1(
        _ limits: WebLimits,
        _ handlers: @escaping @Sendable () -> [any RemovableChannelHandler]
    ) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: handlers(),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                // Looser than ours: a head that is too large is to be told so, with 431.
                maxHeaderFieldSize: 4 * limits.head,
                maxHeaderListSize: 4 * limits.head,
                maxHeaderFieldCount: limits.head
            )
        )
    }
}

extension WebServer.Place {
    fileprivate var address: BindAddress {
        switch self {
        case .network(let host, let port, _): .hostname(host, port: port)
        case .local(let path): .unixDomainSocket(path: path)
        }
    }
}

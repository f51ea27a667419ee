import Hummingbird
package import Logging
import ServiceLifecycle

/// The office on the network.
package struct WebServer: Service {
    package struct Place: Sendable {
        package let host: String
        package let port: Int

        package init(host: String = "127.0.0.1", port: Int) {
            self.host = host
            self.port = port
        }
    }

    private let site: Site
    private let place: Place
    private let logger: Logger
    /// Called once with the port that was bound.
    private let onRunning: @Sendable (Int) async -> Void

    package init(
        _ site: Site,
        at place: Place,
        logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) {
        self.site = site
        self.place = place
        self.logger = logger
        self.onRunning = onRunning
    }

    package func run() async throws {
        let onRunning = onRunning
        let application = Application(
            router: site.router(),
            configuration: ApplicationConfiguration(
                address: .hostname(place.host, port: place.port),
                serverName: "posthorn"
            ),
            onServerRunning: { channel in
                await onRunning(channel.localAddress?.port ?? 0)
            },
            logger: logger
        )
        try await application.run()
    }
}

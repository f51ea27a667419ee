import ArgumentParser
import Glibc
import Logging
import Office
import ServiceLifecycle
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Puts an office on the network.",
        discussion: """
            EXAMPLES
              posthorn serve --office office --port 8080
              posthorn serve --office office --port 0 --admin-port 0

            The first line of standard output is the address, printed when it answers; /livez,
            /readyz and /metrics are on the admin port. Ctrl-C stops it: what was answered is
            recorded, what was begun is finished; a second one stops it at once. While it runs,
            other commands on the office go through it. TLS, limits and more: `posthorn config show`.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The port to listen on; 0 takes a free one. (default: 8080)")
    var port: Int?

    @Option(help: "The port for whoever keeps it running. (default: the port + 1)")
    var adminPort: Int?

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    func run() async throws {
        let directory = office.directory
        let sources = SettingSources.process.adding(flags: flags)
        try OfficeReading.requireOffice(directory)
        // A restored office has its settings from its journal.
        try ResumeNote.settings(directory)
        let settings = try OfficeReading.settings(directory, sources: sources).serve
        let tls = try settings.tls.map { try TLSFiles.configuration($0) }
        let socket = try LocalSocket(directory)
        guard !socket.isServed else { throw Self.served(directory) }
        Self.raiseFileLimit()
        let word = StartWitness.Word()
        let (served, writer) = try await ResumeNote.around(directory) {
            try await ServedOffice.open(
                directory,
                clock: .machine,
                sources: sources,
                admit: { try await word.ask(directory) }
            )
        }
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        let telemetry = Telemetry(
            logger: Logger(label: "posthorn") { _ in JSONLogHandler(level: level, clock: .machine) }
        )
        if let note = word.note { telemetry.logger.error("\(note)") }
        let places = ServeStart(
            scheme: tls == nil ? "http" : "https",
            host: settings.host,
            socket: socket,
            access: served.access
        )
        let servers = Self.servers(served, settings, tls, telemetry, socket, places)
        defer { socket.remove() }
        try await ServeRun.run(
            office: served,
            writer: writer,
            servers: servers,
            stopSeconds: settings.stop,
            logger: telemetry.logger
        )
    }

    private var flags: [String: String] {
        var flags: [String: String] = [:]
        flags["listen.port"] = port.map(String.init)
        flags["listen.admin-port"] = adminPort.map(String.init)
        flags["listen.host"] = host
        return flags
    }

    private static func servers(
        _ office: ServedOffice,
        _ settings: ServeSettings,
        _ tls: TLSFiles.Configuration?,
        _ telemetry: Telemetry,
        _ socket: LocalSocket,
        _ start: ServeStart
    ) -> [any Service] {
        let site = Site(office: office, telemetry: telemetry)
        let limits = WebLimits(settings)
        var local = limits
        // A batch of rows, from ourselves.
        local.body = LocalRoutes.limit
        return [
            WebServer(
                AdminSite(office: office, telemetry: telemetry).router(),
                at: .network(host: settings.host, port: settings.adminPort, tls: nil),
                limits: limits,
                telemetry: telemetry
            ) { await start.running(.admin(port: $0)) },
            WebServer(
                site.router(.local),
                at: .local(path: socket.path),
                limits: local,
                telemetry: telemetry
            ) { _ in await start.running(.local) },
            WebServer(
                site.router(),
                at: .network(host: settings.host, port: settings.port, tls: tls),
                limits: limits,
                telemetry: telemetry,
                refusals: RefusedConnections(site)
            ) { await start.running(.network(port: $0)) },
        ]
    }

    static func served(_ directory: OfficeDirectory) -> CommandFailure {
        CommandFailure(
            .tryAgain,
            "\(directory.root) is served already",
            hint: "use the office that runs, or stop it first; commands on it go through it"
        )
    }

    /// Ten thousand connections need as many descriptors; the usual limit is 1024.
    private static func raiseFileLimit() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        guard unsafe getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(resource, &limit)
    }
}

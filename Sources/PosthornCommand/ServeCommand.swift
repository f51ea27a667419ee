import ArgumentParser
import Logging
import Office
import ServiceLifecycle
import UnixSignals
import Vault
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Puts an office on the network.",
        discussion: """
            EXAMPLES
              posthorn serve --office office --port 8080

            The first line of standard output is the address. Ctrl-C stops it: what was answered is
            recorded, what was begun is finished.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    func run() async throws {
        let logger = Logger(label: "posthorn") { StreamLogHandler.standardError(label: $0) }
        try await refuseRolledBack(logger)
        let (served, writer) = try await ServedOffice.open(office.directory, clock: .machine)
        let witness = WitnessService(served, logger: logger)
        let server = WebServer(
            Site(office: served),
            at: WebServer.Place(port: port),
            logger: logger
        ) { port in
            Terminal.say("http://127.0.0.1:\(port)/")
        }
        // The writer outlives everybody who hands it something.
        async let written: Void = writer.run()
        let group = ServiceGroup(
            // Stopped in reverse: the witnesses see what the server still answered.
            services: [witness].compactMap { $0 } + [server as any Service],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        do {
            try await group.run()
        } catch {
            served.door.close()
            try await written
            throw error
        }
        served.door.close()
        try await written
    }

    /// Asks the witnesses, before anything is opened, whether what lies here is the newest.
    private func refuseRolledBack(_ logger: Logger) async throws {
        let start = try await WitnessHTTP.with { transport in
            try await OfficeWitness.start(
                office.directory,
                clock: .machine,
                transport: transport
            )
        }
        switch start {
        case .unwatched, .witnessed([]): break
        case .witnessed, .unwitnessed: logger.error("\(start.text)")
        case .behind, .forked:
            throw CommandFailure(.verificationFailed, start.text, hint: start.hint)
        }
    }
}

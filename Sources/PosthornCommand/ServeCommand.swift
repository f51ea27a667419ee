import ArgumentParser
import Logging
import Office
import ServiceLifecycle
import UnixSignals
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
        let (served, writer) = try await ServedOffice.open(office.directory, clock: .machine)
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
            services: [AccessService(served), server],
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
}

import Logging
import Office
import ServiceLifecycle

/// Looks for damage in a served office's journal, and says in the log what it finds and mends.
struct WatchService: Service {
    private let office: ServedOffice
    private let logger: Logger

    init(_ office: ServedOffice, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    func run() async throws {
        let logger = logger
        await cancelWhenGracefulShutdown {
            await office.journalWatch.run { Self.log($0, logger) }
            // An office that is not watched still has this service among its services.
            try? await gracefulShutdown()
        }
    }

    private static func log(_ event: JournalWatch.Event, _ logger: Logger) {
        switch event {
        case .damaged(let path, let detail):
            logger.critical("journal damaged", metadata: ["path": "\(path)", "found": "\(detail)"])
        case .mended(let path, let source):
            logger.notice("journal mended", metadata: ["path": "\(path)", "from": "\(source)"])
        case .unmended(let paths, let why):
            logger.critical(
                "journal not mended: nothing is recorded until it is",
                metadata: ["paths": "\(paths.joined(separator: " "))", "why": "\(why)"]
            )
        case .whole: logger.notice("journal whole again: recording goes on")
        }
    }
}

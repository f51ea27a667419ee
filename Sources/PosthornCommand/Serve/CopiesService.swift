import Logging
import Office
import ServiceLifecycle

/// Looks after a served office's copies: canaries, listings, bytes, locks, escrows.
struct CopiesService: Service {
    private let office: ServedOffice
    private let logger: Logger

    init(_ office: ServedOffice, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    func run() async throws {
        let logger = logger
        await cancelWhenGracefulShutdown {
            await office.watcher.run { logger.error("\($0)") }
        }
    }
}

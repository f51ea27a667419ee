import Logging
import Office
import ServiceLifecycle

/// Lets go what lanes hold, by the plans that were made for it.
struct ReleaseService: Service {
    private let office: ServedOffice
    private let logger: Logger

    init(_ office: ServedOffice, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    func run() async throws {
        let logger = logger
        await cancelWhenGracefulShutdown {
            await office.runReleases { logger.error("\($0)") }
        }
    }
}

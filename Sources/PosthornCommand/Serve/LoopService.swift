import Logging
import ServiceLifecycle

/// Runs one of a served office's own loops until the server stops, and logs what it has to tell.
struct LoopService: Service {
    private let logger: Logger
    private let loop: @Sendable (_ tell: @Sendable (String) -> Void) async -> Void

    init(
        _ logger: Logger,
        _ loop: @escaping @Sendable (_ tell: @Sendable (String) -> Void) async -> Void
    ) {
        self.logger = logger
        self.loop = loop
    }

    func run() async throws {
        let (logger, loop) = (logger, loop)
        await cancelWhenGracefulShutdown {
            await loop { logger.error("\($0)") }
        }
    }
}

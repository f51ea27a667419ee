package import Logging
import Mail
package import Office
import ServiceLifecycle

/// Writes the request log as it gathers, and lets go of what people began and left.
package struct HousekeepingService: Service {
    private let office: ServedOffice
    private let logger: Logger
    /// Waits for a second; throws when nobody wants to wait any longer.
    private let second: @Sendable () async throws -> Void

    package init(
        _ office: ServedOffice,
        logger: Logger,
        second: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .seconds(1))
        }
    ) {
        self.office = office
        self.logger = logger
        self.second = second
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var seconds = 0
            while !Task.isCancelled {
                do { try await second() } catch { break }
                seconds += 1
                tidy(isWhole: seconds % 60 == 1)
            }
        }
        tidy(isWhole: true)
    }

    private func tidy(isWhole: Bool) {
        do {
            try office.requests.flush()
            if isWhole { try office.kept.clear(at: office.clock.now()) }
        } catch {
            logger.error("could not tidy up", metadata: ["fault": "\(error)"])
        }
    }
}

import Logging
import Mail
import Office
import ServiceLifecycle

/// Brings a restored office's history back while the office is served.
struct HistoryService: Service {
    private let office: ServedOffice
    private let logger: Logger

    private static let retry = Duration.seconds(30)

    init(_ office: ServedOffice, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
        // The office goes on when its history is back.
        try? await gracefulShutdown()
    }

    /// What holds it up is no reason to stop serving: it is told, and tried again.
    private func follow() async {
        while !Task.isCancelled {
            do {
                guard let outcome = try await office.follow() else { return }
                return tell(outcome)
            } catch is CancellationError {
                return
            } catch {
                office.following.tell(fault: "\(error)")
                logger.error("history does not come back, tried again: \(error)")
                try? await Task.sleep(for: Self.retry)
            }
        }
    }

    private func tell(_ outcome: ReturnedHistory.Outcome) {
        logger.notice("all of history is back")
        for (item, first) in outcome.twice {
            logger.warning(
                "lodged twice",
                metadata: ["item": "\(item.text)", "first": "\(first.text)"]
            )
        }
        if let difference = outcome.difference {
            logger.critical("\(difference); \(RestoreAlarm.remedy)")
        }
    }
}

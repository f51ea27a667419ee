import Ledger
package import Logging
import Mail
package import Office
import ServiceLifecycle
import Synchronization

/// Delivers events to webhooks for as long as the office is served.
package struct WebhookService: Service {
    private let office: ServedOffice
    private let courier: WebhookCourier
    private let logger: Logger
    /// The webhooks that have a step under way.
    private let busy = BusyNames()

    package init(_ office: ServedOffice, logger: Logger) {
        self.office = office
        courier = WebhookCourier(office)
        self.logger = logger
    }

    /// Looks after each ring of the bell, and once a second for what is due again.
    ///
    /// Whoever stops the office waits for no receiver: what was under way is sent again.
    package func run() async throws {
        let (looks, look) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let bell = office.bell.listen()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in bell { look.yield() } }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(1))) != nil { look.yield() }
                    look.finish()
                }
                look.yield()
                for await _ in looks {
                    for row in active() where busy.take(row.webhook.id) {
                        group.addTask {
                            let hasMore = await step(row)
                            busy.free(row.webhook.id)
                            if hasMore { look.yield() }
                        }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func active() -> [WebhookRow] {
        do {
            return try courier.active()
        } catch {
            tell(error)
            return []
        }
    }

    /// Whether there may be more to send by now.
    private func step(_ row: WebhookRow) async -> Bool {
        do {
            return try await courier.step(row)
        } catch {
            tell(error)
            return false
        }
    }

    private func tell(_ error: any Error) {
        logger.error("webhooks wait", metadata: ["fault": "\(error)"])
    }
}

/// Names of what is under way.
private final class BusyNames: Sendable {
    private let names = Mutex<Set<String>>([])

    /// Whether the name was free; it is taken now.
    func take(_ name: String) -> Bool { names.withLock { $0.insert(name).inserted } }

    func free(_ name: String) { names.withLock { _ = $0.remove(name) } }
}

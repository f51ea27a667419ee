package import Office
import ServiceLifecycle

/// Tells the record once a minute how often strangers were refused, and at the end once more.
package struct AccessService: Service {
    private let office: ServedOffice
    /// Waits for a minute; throws when nobody wants to wait any longer.
    private let minute: @Sendable () async throws -> Void

    package init(
        _ office: ServedOffice,
        minute: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .seconds(60))
        }
    ) {
        self.office = office
        self.minute = minute
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await minute() } catch { break }
                // What cannot be recorded now (a full queue) is lost to the count, not to anybody.
                try? await office.access.recordRefusals()
            }
        }
        try? await office.access.recordRefusals()
    }
}

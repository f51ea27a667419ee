import Mail
import Synchronization

@testable import Office

extension Workplace {
    /// Runs a test against an office of its own at work, and closes it behind.
    static func serving(
        clock: OfficeClock? = nil,
        post: WebhookPost? = nil,
        _ body: @Sendable (ServedOffice) async throws -> Void
    ) async throws {
        try await serving(try await Workplace(), clock: clock, post: post, body)
    }

    /// Runs a test against an office that was made before.
    static func serving(
        _ place: Workplace,
        clock: OfficeClock? = nil,
        post: WebhookPost? = nil,
        _ body: @Sendable (ServedOffice) async throws -> Void
    ) async throws {
        try await serving(place.directory, clock: clock ?? place.clock, post: post, body)
    }

    /// Runs a test against an office in a folder.
    static func serving(
        _ directory: OfficeDirectory,
        clock: OfficeClock,
        post: WebhookPost? = nil,
        _ body: @Sendable (ServedOffice) async throws -> Void
    ) async throws {
        let (office, writer) = try await ServedOffice.open(directory, clock: clock, post: post)
        async let done: Void = writer.run()
        do {
            try await body(office)
        } catch {
            office.door.close()
            try await done
            throw error
        }
        office.door.close()
        try await done
    }
}

/// A clock that a test moves.
final class MovingClock: Sendable {
    private let time: Mutex<Int64>

    init(at milliseconds: Int64 = 1_795_000_000_000) {
        time = Mutex(milliseconds)
    }

    var clock: OfficeClock {
        OfficeClock { [self] in Moment(milliseconds: time.withLock { $0 }) }
    }

    func pass(seconds: Int64) {
        time.withLock { $0 += seconds * 1000 }
    }
}

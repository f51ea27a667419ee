import Journal
import NIOPosix
import Synchronization

/// Where passwords are hashed: on a thread of its own, a few waiting at most.
///
/// A hash takes 19 MiB and some tens of milliseconds of a processor. One thread lets many who guess
/// take neither the office's memory nor both of its processors.
final class PasswordDesk: Sendable {
    /// A second's worth of work.
    private static let limit = 16

    private let threads = NIOThreadPool(numberOfThreads: 1)
    private let waiting = Mutex(0)
    /// What a password is compared with where nobody has that name: it takes as long.
    private let nobody = PasswordHash.make("nobody", .system)

    init() { threads.start() }

    deinit { threads.shutdownGracefully { _ in } }

    func hash(_ password: String, _ random: RandomSource) async throws -> String {
        try await working { PasswordHash.make(password, random) }
    }

    /// Whether the password fits; takes as long when there is no hash for it to fit.
    func verify(_ password: String, _ hash: String?) async throws -> Bool {
        let (known, nobody) = (hash != nil, nobody)
        return try await working { PasswordHash.verify(password, hash ?? nobody) } && known
    }

    /// - Throws: ``DeskRefusal`` `busy`.
    private func working<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws -> Value {
        let isTaken = waiting.withLock { count in
            guard count < Self.limit else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw DeskRefusal.busy }
        defer { waiting.withLock { $0 -= 1 } }
        return try await threads.runIfActive { work() }
    }
}

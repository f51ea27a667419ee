import Synchronization

/// How many connections are open, with the limit beyond which one more is turned away.
final class OpenConnections: Sendable {
    private let limit: Int
    private let open = Atomic(0)
    private let turnedAway = Atomic<UInt64>(0)

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { open.load(ordering: .relaxed) }
    var refused: UInt64 { turnedAway.load(ordering: .relaxed) }

    /// Counts one more; false when it is one too many.
    ///
    /// Either way it is to be left again.
    func enter() -> Bool {
        let count = open.wrappingAdd(1, ordering: .relaxed).newValue
        guard count > limit else { return true }
        turnedAway.wrappingAdd(1, ordering: .relaxed)
        return false
    }

    func leave() {
        open.wrappingSubtract(1, ordering: .relaxed)
    }
}

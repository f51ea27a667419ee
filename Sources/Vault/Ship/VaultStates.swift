package import Journal
import Synchronization

/// How one vault stands.
package struct VaultState: Hashable, Sendable {
    package var name: String
    /// Whether copies there count for a promise: outside, and its canary could not be destroyed.
    package var isCounting: Bool
    /// Every entry below is there; nil until the vault was asked.
    package var vaulted: TreeSize?
    /// When it last took something or had nothing to take.
    package var reached: UnixTime?
    /// What is wrong now; nil when nothing is.
    package var fault: VaultFault?
    /// What the canary said that is worth a word.
    package var warning: String?

    package init(name: String, isCounting: Bool) {
        self.name = name
        self.isCounting = isCounting
    }
}

/// Too few vaults have the entries in time: refused, to be tried again (`vault_unavailable`).
package struct VaultUnavailable: Error, Hashable, Sendable {
    package var wanted: Int
    package var found: Int
    package var size: TreeSize
}

/// The states of all vaults, and who waits for them.
final class VaultStates: Sendable {
    private struct Waiter {
        var size: TreeSize
        var copies: Int
        var answer: CheckedContinuation<Bool, Never>
    }

    private struct Content {
        var states: [VaultState]
        var waiters: [Int: Waiter] = [:]
        /// Keys whose time was up before they waited.
        var late: Set<Int> = []
        var next = 0
    }

    private let content: Mutex<Content>

    init(_ states: [VaultState]) {
        content = Mutex(Content(states: states))
    }

    var all: [VaultState] { content.withLock { $0.states } }

    func update(_ index: Int, _ change: (inout VaultState) -> Void) {
        let done = content.withLock { content -> [Waiter] in
            change(&content.states[index])
            let met = content.waiters.filter {
                VaultStates.count($0.value.size, content.states) >= $0.value.copies
            }
            for key in met.keys { content.waiters[key] = nil }
            return Array(met.values)
        }
        for waiter in done { waiter.answer.resume(returning: true) }
    }

    static func count(_ size: TreeSize, _ states: [VaultState]) -> Int {
        states.count { $0.isCounting && ($0.vaulted.map { $0 >= size } ?? false) }
    }

    /// Waits until so many vaults have all below a size; false when time is up first.
    func wait(
        for size: TreeSize,
        copies: Int,
        timeUp: @escaping @Sendable () async -> Void
    ) async -> Bool {
        let key = content.withLock { content -> Int? in
            guard VaultStates.count(size, content.states) < copies else { return nil }
            content.next += 1
            return content.next
        }
        guard let key else { return true }
        let alarm = Task { [weak self] in
            await timeUp()
            self?.give(up: key)
        }
        defer { alarm.cancel() }
        return await withCheckedContinuation { (answer: CheckedContinuation<Bool, Never>) in
            let result = content.withLock { content -> Bool? in
                if VaultStates.count(size, content.states) >= copies { return true }
                if content.late.remove(key) != nil { return false }
                content.waiters[key] = Waiter(size: size, copies: copies, answer: answer)
                return nil
            }
            if let result { answer.resume(returning: result) }
        }
    }

    private func give(up key: Int) {
        let waiter = content.withLock { content -> Waiter? in
            let waiter = content.waiters.removeValue(forKey: key)
            if waiter == nil, !Task.isCancelled { content.late.insert(key) }
            return waiter
        }
        waiter?.answer.resume(returning: false)
    }
}

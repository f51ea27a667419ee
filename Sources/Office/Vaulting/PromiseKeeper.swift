import Mail
import Synchronization

/// Answers what was recorded only when it is in as many vaults as the office promises.
///
/// The writer goes on with the next segment meanwhile: many answers wait at the same time.
final class PromiseKeeper: Sendable {
    private struct Waiting: Sendable {
        let end: UInt64
        let copies: Int
        let answer: @Sendable (DeskRefusal?) -> Void
    }

    private let watch: VaultWatch
    private let waiting: AsyncStream<Waiting>
    private let arrivals: AsyncStream<Waiting>.Continuation
    /// The end of what was not in enough vaults in time.
    private let late = Mutex<UInt64?>(nil)

    init(_ watch: VaultWatch) {
        self.watch = watch
        (waiting, arrivals) = AsyncStream.makeStream()
    }

    /// Why nothing is to be recorded now under that promise: an earlier answer is still owed.
    func refusal(_ promise: Promise) -> DeskRefusal? {
        guard promise.copies > 0 else { return nil }
        guard promise.copies <= watch.outside else {
            return .vaultUnavailable(wanted: promise.copies, found: watch.outside)
        }
        return late.withLock { late in
            guard let end = late else { return nil }
            let found = watch.count(end)
            guard found < promise.copies else {
                late = nil
                return nil
            }
            return .vaultUnavailable(wanted: promise.copies, found: found)
        }
    }

    /// Has the answer given when everything before `end` is where the promise says.
    func keep(_ promise: Promise, _ end: UInt64, answer: @escaping @Sendable (DeskRefusal?) -> Void)
    {
        guard promise.copies > 0 else { return answer(nil) }
        arrivals.yield(Waiting(end: end, copies: promise.copies, answer: answer))
    }

    /// Waits for the vaults until nothing more comes, and every answer is given.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await one in waiting {
                group.addTask { one.answer(await self.outcome(one)) }
            }
        }
    }

    /// Nothing more comes.
    func finish() { arrivals.finish() }

    private func outcome(_ one: Waiting) async -> DeskRefusal? {
        if await watch.wait(one.end, one.copies) { return nil }
        late.withLock { $0 = max($0 ?? 0, one.end) }
        return .vaultUnavailable(wanted: one.copies, found: watch.count(one.end))
    }
}

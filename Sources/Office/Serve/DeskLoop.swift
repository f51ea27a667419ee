import Ledger
import Mail
import Synchronization

/// The one loop that owns the desk of a served office.
///
/// While one segment is written, the next requests gather; then they share the next one.
struct DeskLoop: ~Copyable, Sendable {
    private static let limit = 4096
    /// How many lodgements share a segment.
    private static let batch = 512

    private var desk: OfficeDesk
    private let queue: DeskQueue
    private let clock: OfficeClock
    private let bell: EventBell
    private let counts: LodgeTally
    private var promise: Promise

    let door: DeskDoor
    let keeper: PromiseKeeper

    init(
        _ desk: consuming OfficeDesk,
        clock: OfficeClock,
        bell: EventBell,
        counts: LodgeTally
    ) throws {
        self.counts = counts
        promise = try desk.ledger.promise()
        keeper = PromiseKeeper(desk.watch)
        self.desk = desk
        self.clock = clock
        self.bell = bell
        queue = DeskQueue(limit: Self.limit)
        door = DeskDoor(queue: queue)
    }

    /// Runs until the door is closed, then publishes everything and lets go of the journal.
    ///
    /// - Throws: What stopped the journal or the ledger. Everybody who waited was told; what was
    ///   answered before is durable, and a restart goes on from there.
    consuming func run() async throws {
        while true {
            let turns = await queue.next()
            if turns.isEmpty { break }
            do {
                try await perform(turns)
            } catch {
                queue.close()
                for turn in await queue.next() { Self.refuse(turn, error) }
                _ = try? await desk.close()
                throw error
            }
        }
        try await desk.close()
    }

    private mutating func perform(_ turns: [DeskQueue.Turn]) async throws {
        var rest = turns[...]
        while let turn = rest.first {
            switch turn {
            case .act(let act, _):
                rest = rest.dropFirst()
                await act(&desk)
                promise = try desk.ledger.promise()
            case .lodge:
                let run = Self.lodgings(rest)
                rest = rest.dropFirst(run.count)
                do {
                    try await lodge(run)
                } catch {
                    for turn in run + rest { Self.refuse(turn, error) }
                    throw error
                }
            }
            bell.ring()
        }
    }

    /// The lodgings at the front that go into one segment.
    private static func lodgings(_ turns: ArraySlice<DeskQueue.Turn>) -> ArraySlice<DeskQueue.Turn>
    {
        var count = 0
        var end = turns.startIndex
        while end < turns.endIndex, case .lodge(let results, _) = turns[end] {
            count += results.count
            if count > batch, end > turns.startIndex { break }
            end += 1
        }
        return turns[turns.startIndex..<end]
    }

    private mutating func lodge(_ turns: ArraySlice<DeskQueue.Turn>) async throws {
        var results: [CheckStep.Result] = []
        var answers: [(count: Int, answer: DeskQueue.LodgeAnswer)] = []
        var requests = RequestBook()
        for case .lodge(let asked, let answer) in turns {
            let refusal = try keeper.refusal(promise) ?? requests.refusal(asked, desk.ledger)
            if let refusal {
                answer(.failure(refusal))
                continue
            }
            results += asked
            answers.append((asked.count, answer))
        }
        let outcomes: [LodgeOutcome]
        do {
            outcomes = try await desk.lodge(results, at: clock.now())
        } catch let refusal as DeskRefusal {
            for (_, answer) in answers { answer(.failure(refusal)) }
            return
        }
        // A crash here leaves recorded what nobody was told; asking again finds it.
        counts.add(zip(results.map(\.lodging.channel), outcomes))
        var start = 0
        for (count, answer) in answers {
            let own = Array(outcomes[start..<start + count])
            start += count
            let end = own.compactMap { $0.item.map { $0.changed + 1 } }.max() ?? 0
            keeper.keep(promise, end) { refusal in
                answer(refusal.map { .failure($0) } ?? .success(own))
            }
        }
    }

    private static func refuse(_ turn: DeskQueue.Turn, _ error: any Error) {
        switch turn {
        case .lodge(_, let answer): answer(.failure(error))
        case .act(_, let refuse): refuse(error)
        }
    }
}

/// Runs the desk's loop once, for whoever keeps the office's long-lived tasks.
package final class DeskRunner: Sendable {
    private let keeper: PromiseKeeper
    private let loop: Mutex<DeskLoop?>

    init(_ loop: consuming DeskLoop) {
        keeper = loop.keeper
        self.loop = Mutex(loop)
    }

    /// Runs until the office's door is closed.
    ///
    /// - Precondition: it was not run before.
    /// - Throws: What stopped the journal or the ledger.
    package func run() async throws {
        guard let loop = loop.withLock({ $0.take() }) else {
            preconditionFailure("a desk's loop is run once")
        }
        async let kept: Void = keeper.run()
        do {
            try await loop.run()
        } catch {
            keeper.finish()
            await kept
            throw error
        }
        keeper.finish()
        await kept
    }
}

import Journal
import Ledger
import Mail
import Synchronization
import Vault

/// Takes the office's desk snapshots, beside its writer: what a restored office begins from, while
/// its history follows.
///
/// It reads the ledger in a transaction of its own, so the writer goes on meanwhile; what it says is
/// exactly what the entries before its position say.
package final class SnapshotKeeper: Sendable {
    /// How many entries come between two snapshots.
    package static let interval: UInt64 = 10_000

    /// How often, and how much of what is recent they keep.
    package struct Rhythm: Sendable {
        package let interval: UInt64
        package let recent: Int

        package init(
            interval: UInt64 = SnapshotKeeper.interval,
            recent: Int = DeskSnapshot.recent
        ) {
            self.interval = interval
            self.recent = recent
        }
    }

    private struct State {
        /// Where the newest was taken or is being taken.
        var newest: UInt64
        var running: Task<Void, Never>?
        var fault: String?
    }

    private let folder: SnapshotFolder
    private let ledger: LedgerStore
    private let book: EntryBook
    private let clock: OfficeClock
    private let rhythm: Rhythm
    private let state: Mutex<State>

    /// - Throws: ``OfficeFault`` where the office's folder cannot be read.
    init(
        _ directory: OfficeDirectory,
        _ ledger: LedgerStore,
        _ book: EntryBook,
        clock: OfficeClock,
        rhythm: Rhythm = Rhythm()
    ) throws(OfficeFault) {
        folder = SnapshotFolder(office: directory.root)
        self.ledger = ledger
        self.book = book
        self.clock = clock
        self.rhythm = rhythm
        do throws(JournalFault) {
            state = Mutex(State(newest: try folder.newest()?.count ?? 0))
        } catch { throw OfficeFault(error, in: directory) }
    }

    /// Why the last one could not be taken; nothing when it was.
    package var fault: String? { state.withLock { $0.fault } }

    /// The ledger holds all entries before a position: takes a snapshot when one is due.
    func posted(_ position: UInt64) {
        state.withLock { state in
            guard state.running == nil, position >= state.newest + rhythm.interval else { return }
            state.newest = position
            // Those who lodge come first.
            state.running = Task(priority: .utility) { await self.run() }
        }
    }

    /// Waits for one that is being taken, and takes one when it is due: before an office closes.
    func finish() async {
        await state.withLock { $0.running }?.value
        if let position = try? ledger.position() { posted(position) }
        await state.withLock { $0.running }?.value
    }

    private func run() async {
        let fault: String?
        do {
            try await take()
            fault = nil
        } catch { fault = "\(error)" }
        state.withLock { state in
            state.fault = fault
            state.running = nil
        }
    }

    /// Takes one now, unless the ledger lacks history: then what was lodged lately is not all here.
    func take() async throws {
        guard try ledger.historyBegins() == 0 else { return }
        let desk = try ledger.deskSnapshot(recent: rhythm.recent)
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        let bytes = try await book.snapshot(desk, at: time)
        let snapshot = ShippedSnapshot(size: TreeSize(desk.position), bytes: bytes)
        try folder.write(snapshot)
        // A crash here leaves a file that no entry names: nobody begins from it.
        try await book.append(naming: snapshot, at: time)
    }
}

import Journal
import Mail
import Synchronization
import Vault

/// Looks after an office's copies while it is served: one loop, one look at a time.
package final class VaultWatcher: Sendable {
    private let directory: OfficeDirectory
    private let book: EntryBook
    private let clock: OfficeClock
    private let machine: Mutex<WatchMachine>

    /// How long the loop rests between two looks around.
    private static let restSeconds = 20

    package init(
        _ directory: OfficeDirectory,
        _ book: EntryBook,
        clock: OfficeClock,
        terms: WatchTerms = WatchTerms()
    ) {
        self.directory = directory
        self.book = book
        self.clock = clock
        machine = Mutex(WatchFile.read(directory, terms: terms))
    }

    /// What is known now.
    package var state: WatchMachine { machine.withLock { $0 } }

    /// What somebody has to know now.
    package var alarms: [String] { state.alarms(at: now) }

    private var now: UnixTime { UnixTime(seconds: clock.now().milliseconds / 1000) }

    /// Looks around until the task is cancelled.
    package func run(_ tell: @Sendable (String) -> Void) async {
        while !Task.isCancelled {
            await round(tell)
            try? await Task.sleep(for: .seconds(Self.restSeconds))
        }
    }

    /// Does all that is due now.
    package func round(_ tell: @Sendable (String) -> Void) async {
        let before = Set(state.alarms(at: now))
        do {
            let list = try VaultList.load(office: directory.root)
            machine.withLock { $0.name(list.lines.map(\.name), at: now) }
            let bundles = book.published / 256
            for task in state.due(at: now, bundles: bundles) where !Task.isCancelled {
                await perform(task, list)
            }
            try await RestoredSettings.tell(directory, book, at: now)
            // A crash in front of this has the same looks taken again.
            try WatchFile.write(state, directory)
        } catch {
            tell("watching: \(error)")
        }
        for alarm in state.alarms(at: now) where !before.contains(alarm) { tell(alarm) }
    }

    private func perform(_ task: WatchMachine.Task, _ list: VaultList) async {
        switch task {
        case .canary(let name): await canary(name, list)
        case .listing(let name):
            await look(.listing, name, list) { look in
                let missing = try await look.listing()
                return missing.isEmpty
                    ? nil : "\(missing.count) objects were missing and are put again: \(missing[0])"
            }
        case .sweep(let name, let bundles, let isLast):
            await sweep(name, bundles, isLast: isLast, list)
        case .renewal(let name): await renew(name, list)
        case .escrow: await tendEscrows()
        }
    }

    private func canary(_ name: String, _ list: VaultList) async {
        let published = book.published
        let expected = TreeSize(state.vaults[name]?.published ?? 0)
        await look(.canary, name, list) { look in
            let (verdict, alarm) = try await look.canary(expected: expected, at: self.now)
            self.machine.withLock {
                $0.canary(name, isVault: verdict.isVault, published: published)
            }
            return alarm
        }
    }

    private func sweep(
        _ name: String,
        _ bundles: Range<UInt64>,
        isLast: Bool,
        _ list: VaultList
    ) async {
        do {
            let look = try look(name, list)
            var wrong = try await look.sweep(bundles)
            if isLast { wrong += try await look.sweepRest() }
            let count = wrong.count
            machine.withLock {
                $0.swept(name, bundles, errors: count, isLast: isLast, at: now)
            }
        } catch {
            machine.withLock { $0.failed(.sweep, name, "\(error)", at: now) }
        }
    }

    private func renew(_ name: String, _ list: VaultList) async {
        do {
            let store = try store(name, list)
            let round = RetentionRound(store, VaultLayout(try incarnation()))
            let report = try await round.run(confirmed: witnessed())
            let alarm = report.alarms.first.map {
                "\(report.alarms.count) locks are near their end, such as that of \($0)"
            }
            machine.withLock { $0.looked(.renewal, name, alarm: alarm, at: now) }
        } catch {
            machine.withLock { $0.failed(.renewal, name, "\(error)", at: now) }
        }
    }

    private func tendEscrows() async {
        do {
            let faults = try await book.tendEscrows(at: now)
            let alarm = faults.isEmpty ? nil : faults.joined(separator: "; ")
            machine.withLock { $0.escrowTended(alarm: alarm, isDone: faults.isEmpty, at: now) }
        } catch {
            machine.withLock { $0.escrowTended(alarm: "\(error)", isDone: false, at: now) }
        }
    }

    private func look(
        _ kind: WatchMark.Kind,
        _ name: String,
        _ list: VaultList,
        _ work: (VaultLook) async throws -> String?
    ) async {
        do {
            let alarm = try await work(try look(name, list))
            machine.withLock { $0.looked(kind, name, alarm: alarm, at: now) }
        } catch {
            machine.withLock { $0.failed(kind, name, "\(error)", at: now) }
        }
    }

    private func look(_ name: String, _ list: VaultList) throws -> VaultLook {
        VaultLook(
            try store(name, list),
            try incarnation(),
            of: ShippingSource(book.writer, directory: directory.journal)
        )
    }

    private func store(_ name: String, _ list: VaultList) throws -> any VaultStore {
        guard let line = list.lines.first(where: { $0.name == name }) else {
            preconditionFailure("a task names a vault of the list")
        }
        return try line.open(office: directory.root, clock: VaultClock(clock))
    }

    private func incarnation() throws -> Incarnation {
        try IncarnationRecord.load(office: directory.root, random: .system).incarnation
    }

    /// The latest time that a witness has signed, if any did within the hour.
    private func witnessed() -> UnixTime? {
        let unasked: WitnessTransport = { _, _ in throw Unasked() }
        guard let session = try? OfficeWitness.session(directory, transport: unasked),
            case .fresh(_, let since)? = try? session.age(at: now)
        else { return nil }
        return now.seconds - since.seconds < 300 ? since : nil
    }

    private struct Unasked: Error {}
}

import Journal
import Mail
import Synchronization
import Vault

/// Reads a served office's journal again and again, as its disk has it, and hashes every byte.
///
/// What is damaged is named. Until a good copy from a vault stands in its place nothing is recorded:
/// no checkpoint is signed over entries that are not there any more. Documents of what is whole come
/// out meanwhile.
package final class JournalWatch: Sendable {
    /// What whoever keeps the office running has to know.
    package enum Event: Hashable, Sendable {
        case damaged(path: String, detail: String)
        case mended(path: String, from: String)
        /// Nothing that answers has a good copy: it is tried again.
        case unmended(paths: [String], why: String)
        /// All is as it was; recording goes on.
        case whole
    }

    package struct State: Hashable, Sendable {
        /// What is wrong now, by path.
        package var damaged: [String: String] = [:]
        /// Files that were found damaged, and those mended, since the start.
        package var found: UInt64 = 0
        package var mended: UInt64 = 0
        /// Complete passes since the start.
        package var passes: UInt64 = 0
        package var bytes: UInt64 = 0
    }

    private let directory: OfficeDirectory
    private let writer: JournalWriter
    private let door: DeskDoor
    private let clock: OfficeClock
    private let random: RandomSource
    private let settings: WatchSettings
    private let content = Mutex(State())

    /// Waits behind an attempt to mend that failed: the first, doubled up to the last.
    private static let retryMilliseconds = 2_000...300_000

    init(
        _ directory: OfficeDirectory,
        _ writer: JournalWriter,
        _ door: DeskDoor,
        _ settings: WatchSettings,
        clock: OfficeClock,
        random: RandomSource
    ) {
        self.directory = directory
        self.writer = writer
        self.door = door
        self.clock = clock
        self.random = random
        self.settings = settings
    }

    package var state: State { content.withLock { $0 } }

    /// Whether damage was found that is not mended: nothing is to be signed now.
    package var isHolding: Bool { !state.damaged.isEmpty }

    /// Watches until the task is cancelled.
    @concurrent
    package func run(tell: @Sendable (Event) -> Void) async {
        guard settings.bytesPerSecond > 0 else { return }
        var scan = scan()
        while !Task.isCancelled {
            let step = scan.step()
            count(step)
            guard step.findings.isEmpty else {
                await treat(step.findings, tell)
                scan.rewind()
                continue
            }
            let pause =
                step.endsPass
                ? settings.pauseSeconds * 1_000 : step.bytes * 1_000 / settings.bytesPerSecond
            try? await Task.sleep(for: .milliseconds(pause))
        }
    }

    /// Looks at all of it once, as fast as it goes, and mends what is damaged; true when all is
    /// whole afterwards.
    package func lookOnce(tell: @Sendable (Event) -> Void) async -> Bool {
        let findings = sweep()
        if findings.isEmpty, !isHolding { return true }
        return await mend(findings, tell)
    }

    /// Holds the office until everything is mended.
    private func treat(_ first: [CheckFinding], _ tell: @Sendable (Event) -> Void) async {
        var pause = Self.retryMilliseconds.lowerBound
        var findings = first
        while !(await mend(findings, tell)), !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(pause))
            pause = min(pause * 2, Self.retryMilliseconds.upperBound)
            findings = sweep()
        }
    }

    /// True when the journal is whole afterwards; then recording goes on.
    private func mend(
        _ first: [CheckFinding],
        _ tell: @Sendable (Event) -> Void
    ) async -> Bool {
        note(first, tell)
        // Where something is damaged there is more: what it is in all is known before it is mended.
        var findings = sweep()
        var why = "no vault that answers has a good copy"
        while !findings.isEmpty {
            note(findings, tell)
            let damaged = Set(findings.map(\.path))
            do throws(VaultFault) {
                let report = try await mending().run(damaged)
                noteMended(report, tell)
            } catch { why = "\(error)" }
            findings = sweep()
            // The edge hides what is behind it: as long as something else is found, it goes on.
            if damaged.isSuperset(of: findings.map(\.path)) { break }
        }
        let paths = Set(findings.map(\.path))
        content.withLock { state in
            state.damaged = state.damaged.filter { paths.contains($0.key) }
        }
        guard findings.isEmpty else {
            tell(.unmended(paths: paths.sorted(), why: why))
            return false
        }
        door.hold(nil)
        tell(.whole)
        return true
    }

    private func mending() throws(VaultFault) -> JournalMending {
        let root = directory.root
        return JournalMending(
            journal: directory.journal,
            writer,
            incarnation: try IncarnationRecord.load(office: root, random: random).incarnation,
            stores: try VaultList.load(office: root).stores(office: root, clock: VaultClock(clock))
        )
    }

    private func scan() -> JournalScan {
        JournalScan(directory: directory.journal, keys: [writer.verifierKey])
    }

    /// One pass without a pause.
    private func sweep() -> [CheckFinding] {
        var scan = scan()
        var findings: [CheckFinding] = []
        while true {
            let step = scan.step()
            count(step)
            findings += step.findings
            if step.endsPass { return findings }
        }
    }

    private func count(_ step: JournalScan.Step) {
        content.withLock { state in
            state.bytes += UInt64(step.bytes)
            if step.endsPass { state.passes += 1 }
        }
    }

    private func note(_ findings: [CheckFinding], _ tell: @Sendable (Event) -> Void) {
        guard let first = findings.first else { return }
        // First of all: what is under way is answered, nothing new is signed.
        door.hold(.journalDamaged(path: first.path))
        for finding in findings {
            let isNew = content.withLock { state in
                let isNew = state.damaged[finding.path] == nil
                state.damaged[finding.path] = finding.detail
                if isNew { state.found += 1 }
                return isNew
            }
            if isNew { tell(.damaged(path: finding.path, detail: finding.detail)) }
        }
    }

    private func noteMended(_ report: JournalMending.Report, _ tell: @Sendable (Event) -> Void) {
        for (path, store) in report.mended.sorted(by: { $0.key < $1.key }) {
            content.withLock { $0.mended += 1 }
            tell(.mended(path: path, from: store))
        }
    }
}

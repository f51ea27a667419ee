package import Journal
import Ledger
package import Mail
import Vault

/// The journal as the office sees it: entries in, entries out, sealed in between.
package struct EntryBook: Sendable {
    private let journal: SealedJournal

    package init(_ journal: SealedJournal) {
        self.journal = journal
    }

    /// The journal's name, which no other journal has.
    package var origin: String { journal.writer.journal.verifierKey.name }

    /// The journal's writer, for those who publish its checkpoint.
    package var writer: JournalWriter { journal.writer.journal }

    /// Where entries came to stand.
    package struct Appended: Sendable {
        /// The index of each, in the order given.
        package let indexes: [UInt64]
        /// The index after the last one.
        package let end: UInt64
    }

    /// Appends entries, all or none, and returns when they are durable.
    package func append(_ entries: [Entry], at now: Moment) async throws -> Appended {
        guard !entries.isEmpty else { return Appended(indexes: [], end: 0) }
        let plain = try await inParallel(entries) {
            PlainEntry($0.isPersonal ? .personal : .state, $0.bytes)
        }
        let time = UnixTime(seconds: now.milliseconds / 1000)
        let ranges = try await journal.writer.append(plain, at: ClockReading(unchecked: time))
        return Appended(
            indexes: ranges.map { $0.lowerBound.value },
            end: ranges.last?.upperBound.value ?? 0
        )
    }

    /// The records at those entries; one that was erased is not among them.
    package func records(at entries: [UInt64]) async throws -> [UInt64: ItemRecord] {
        guard !entries.isEmpty else { return [:] }
        return try await EntryShelf(journal.cursor(from:)).records(at: entries)
    }

    /// The draft that an entry holds, unless it was erased.
    package func draft(at entry: UInt64) async throws -> Draft? {
        let found = try await EntryShelf(journal.cursor(from:)).entries(at: [entry])[entry]
        if case .draftSaved(let draft) = found { return draft }
        return nil
    }

    /// How much of a restored journal's history is back; nil when all of it is and was compared.
    package func history() throws -> HistoryGap? {
        try HistoryProgress.of(journal: journal.path).map(HistoryGap.init)
    }

    /// The keys at hand, for those who read what is sealed beside the journal.
    var keys: Keyring { journal.keys }

    /// A desk snapshot's file: sealed, with what the journal says about epochs up to there.
    func snapshot(_ desk: DeskSnapshot, at time: UnixTime) async throws -> [UInt8] {
        let position = EntryIndex(desk.position)
        let key = try await journal.keeper.key(for: .state, at: ClockReading(unchecked: time))
        return try SnapshotFile.make(
            desk.bytes,
            position: position,
            epochs: try journal.epochs(before: position),
            key: key,
            sealer: EntrySealer(origin: origin)
        )
    }

    /// What the journal says about epochs before an entry, read from the first on.
    func epochs(before end: UInt64) throws -> EpochTable {
        try journal.epochsAnew(before: EntryIndex(end))
    }

    /// Names a snapshot by its digest: from then on, somebody may begin from it.
    func append(naming snapshot: ShippedSnapshot, at time: UnixTime) async throws {
        let record = ControlRecord.snapshotDigest(
            name: "desk",
            sha256: snapshot.sha256,
            size: snapshot.size.count,
            time: time
        )
        _ = try await journal.writer.append(control: [record])
    }

    /// How many entries are durable here.
    package var durable: UInt64 { journal.writer.journal.checkpoint().checkpoint.size.count }

    /// How many entries the published checkpoint covers; at most a second behind.
    package var published: UInt64 { journal.writer.journal.published().checkpoint.size.count }

    /// What stopped the journal's writer; nothing while it works.
    package var fault: JournalFault? { journal.writer.journal.fault() }

    package func cursor(from start: UInt64) throws -> SealedCursor {
        try journal.cursor(from: EntryIndex(start))
    }

    /// Writes and integrates all, publishes the checkpoint, lets go of the lock.
    package func close() async throws {
        try await journal.close()
    }
}

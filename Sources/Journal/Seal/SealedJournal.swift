/// A journal with its keys: what an office holds while it writes.
package struct SealedJournal: Sendable {
    package let writer: SealedWriter
    package let keys: Keyring
    package let escrow: EscrowKeeper
    package let keeper: EpochKeeper
    /// The folder of the journal.
    package let path: String
    /// What the journal said about epochs before the first entry that this one appends.
    private let known: (table: EpochTable, end: EntryIndex)

    /// Where a journal and its keys are, and what they need from outside.
    package struct Place: Sendable {
        package let journal: String
        package let keys: KeysDirectory
        package let escrows: [any Escrow]

        package init(
            journal: String,
            keys: String,
            escrows: [any Escrow] = [],
            random: RandomSource = .system
        ) {
            self.journal = journal
            self.keys = KeysDirectory(files: PosixKeyFiles(path: keys), random: random)
            self.escrows = escrows
        }
    }

    /// Makes a new journal: keys first, then the empty log, then its genesis.
    ///
    /// A crash before the genesis leaves keys and at most an empty log; `create` runs again.
    @concurrent
    package static func create(
        at place: Place,
        origin: String,
        recovery: [AgeRecipient],
        time: UnixTime
    ) async throws -> SealedJournal {
        let seed = place.keys.random.bytes(32)
        let fresh = try SigningKey(name: origin, seed: seed)
        try place.keys.create(signingKey: fresh.secretText, recovery: recovery)
        let signer = try SigningKey(place.keys.signingKey())
        let incarnation = Self.incarnation(place)
        let journal = try begin(in: place.journal, signer, incarnation)
        let begun = Self.begun(incarnation, time)
        // Its genesis is durable before anybody else can append.
        let genesis = ControlRecord.genesis(
            origin: journal.verifierKey.name,
            format: JournalFormat.version,
            reader: JournalFormat.reader,
            time: time
        )
        do throws(JournalRefusal) {
            _ = try await journal.append([genesis.entry])
        } catch { throw SealedRefusal.journal(error) }
        return try SealedJournal(place, journal, begun, table: EpochTable())
    }

    /// An empty log: a new one, or one that a crash left without its genesis.
    private static func begin(
        in path: String,
        _ signer: SigningKey,
        _ incarnation: UInt64
    ) throws(JournalFault) -> JournalWriter {
        do throws(JournalFault) {
            return try JournalWriter.create(
                in: path,
                signingKey: signer,
                incarnation: incarnation
            )
        } catch {
            guard error.code == .exists,
                let found = try? JournalWriter.open(
                    in: path,
                    signingKey: signer,
                    incarnation: incarnation
                ),
                found.report.checkpoint.size == .zero
            else { throw error }
            return found
        }
    }

    /// Opens a journal, recovering whatever a crash left.
    ///
    /// `known` is the largest checkpoint seen elsewhere: a vault's, a witness's.
    @concurrent
    package static func open(
        at place: Place,
        time: UnixTime,
        known: Checkpoint? = nil
    ) async throws -> SealedJournal {
        let signer = try SigningKey(place.keys.signingKey())
        let incarnation = Self.incarnation(place)
        let journal = try JournalWriter.open(
            in: place.journal,
            signingKey: signer,
            incarnation: incarnation,
            known: known
        )
        let reader = try JournalReader(directory: place.journal, keys: [signer.verifierKey])
        let cache = EpochTableCache(files: place.keys.files)
        let (table, end) = cache.load(for: reader)
        let whole = try EpochTable(reading: reader, from: end, into: table)
        cache.save(whole, for: reader, before: end)
        return try SealedJournal(place, journal, Self.begun(incarnation, time), table: whole)
    }

    /// A cursor over everything that is durable, for folds and followers.
    package func cursor(from start: EntryIndex) throws -> SealedCursor {
        let reader = try JournalReader(directory: path, keys: [writer.journal.verifierKey])
        return try SealedCursor(reader, from: start, includingTail: true, keys: keys)
    }

    /// What the journal says about epochs before an entry.
    ///
    /// - Precondition: the entry is durable, and none that was there before this was opened.
    package func epochs(before end: EntryIndex) throws -> EpochTable {
        let reader = try JournalReader(directory: path, keys: [writer.journal.verifierKey])
        return try EpochTable(reading: reader, from: known.end, before: end, into: known.table)
    }

    /// The same, read from the first entry on, whatever a restore has said.
    package func epochsAnew(before end: EntryIndex) throws -> EpochTable {
        let reader = try JournalReader(directory: path, keys: [writer.journal.verifierKey])
        return try EpochTable(rereading: reader, before: end)
    }

    /// Forgets months; ask for its plan first.
    package var forgetting: Forgetting { Forgetting(escrow: escrow, keyring: keys) }

    package func close() async throws(JournalFault) {
        try await writer.journal.close()
    }

    private init(
        _ place: Place,
        _ journal: JournalWriter,
        _ begun: ControlRecord,
        table: EpochTable
    ) throws {
        path = place.journal
        known = (table, journal.report.checkpoint.size.next)
        keys = try place.keys.keyring(table: table)
        escrow = EscrowKeeper(directory: place.keys, escrows: place.escrows)
        let announced = AnnouncedWriter(journal, announcing: begun)
        keeper = EpochKeeper(escrow: escrow, keyring: keys) { records in
            _ = try await announced.append(records.map(\.entry))
        }
        let origin = journal.verifierKey.name
        writer = SealedWriter(
            announced,
            sealer: EntrySealer(origin: origin, random: place.keys.random),
            keeper: keeper
        )
    }

    private static func begun(_ number: UInt64, _ time: UnixTime) -> ControlRecord {
        .incarnationBegun(
            number: number,
            format: JournalFormat.version,
            reader: JournalFormat.reader,
            time: time
        )
    }

    /// Drawn, not counted: a restored office cannot know how far the lost one had counted.
    private static func incarnation(_ place: Place) -> UInt64 {
        place.keys.random.bytes(6).reduce(1) { $0 << 8 | UInt64($1) }
    }
}

/// Reads what entries say, from any index on, in memory for one batch.
///
/// Bytes are proven against the tree before they are opened; opening runs on all cores.
package struct SealedCursor {
    /// What to do about an entry whose key is not at hand though its month is not forgotten.
    package enum Missing: Sendable {
        /// The office: it must be able to read all of its journal.
        case refuse
        /// A reader without secrets, or with some.
        case show
    }

    /// A whole sealed entry and the key to open it with.
    private struct Job: Sendable {
        let indices: Range<EntryIndex>
        let bytes: [UInt8]
        let key: EpochKey
    }

    private enum Step: Sendable {
        case done(OpenedEntry)
        case open(Job)
    }

    private let reader: JournalReader
    private let keys: Keyring
    private let missing: Missing
    private let opener: EntryOpener
    private var cursor: EntryCursor
    private var joiner = EntryJoiner()
    private var first: EntryIndex?
    private var isAtStart = true
    /// What the whole journal says about epochs; read when a key is missing, and not before.
    private var table: EpochTable?

    private static let entriesPerTask = 64

    package init(
        _ reader: JournalReader,
        from start: EntryIndex,
        includingTail: Bool = false,
        keys: Keyring,
        missing: Missing = .refuse
    ) throws(JournalFault) {
        self.reader = reader
        self.keys = keys
        self.missing = missing
        opener = EntryOpener(origin: reader.checkpoint.checkpoint.origin)
        cursor = try reader.cursor(from: start, includingTail: includingTail)
    }

    /// The index behind everything that was read.
    package var position: EntryIndex { first ?? cursor.position }

    /// Gives up to `max` entries, a group of parts counting as one, and none at the end.
    ///
    /// Parts of a group that began before the first index are skipped. Throws `JournalFault` when
    /// the journal is damaged and `EntryFault` when an entry of it cannot be read.
    package mutating func next(max: Int = 1_024) async throws -> [OpenedEntry] {
        var steps: [Step] = []
        while steps.count < max, let entry = try cursor.next() {
            if let step = try step(entry) { steps.append(step) }
        }
        let opener = opener
        return try await Parallel.map(steps, perTask: Self.entriesPerTask) { step in
            switch step {
            case .done(let opened): return opened
            case .open(let job): return try Self.open(job, opener)
            }
        }
    }

    private mutating func step(_ entry: JournalEntry) throws -> Step? {
        let whole: [UInt8]
        let indices: Range<EntryIndex>
        do throws(RecordFlaw) {
            guard let joined = try join(entry) else { return nil }
            whole = joined
            indices = (first ?? entry.index)..<entry.index.advanced(by: 1)
            first = nil
            if try EntryKind(of: whole) == .control {
                let record = try ControlRecord(json: whole.dropFirst())
                return .done(OpenedEntry(indices: indices, content: .control(record)))
            }
        } catch { throw EntryFault(index: entry.index, cause: .record(error)) }
        return try sealed(whole, indices)
    }

    private mutating func join(_ entry: JournalEntry) throws(RecordFlaw) -> [UInt8]? {
        if isAtStart, EntryParts.isContinuation(entry.bytes) { return nil }
        isAtStart = false
        let whole = try joiner.add(entry.bytes)
        if whole == nil, first == nil { first = entry.index }
        return whole
    }

    private mutating func sealed(_ entry: [UInt8], _ indices: Range<EntryIndex>) throws -> Step {
        let id: EpochKeyID
        do throws(SealFlaw) {
            id = try SealedLayout.keyID(of: entry)
        } catch { throw EntryFault(index: indices.lowerBound, cause: .seal(error)) }
        let known: Epoch?
        switch keys.lookup(id) {
        case .key(let key): return .open(Job(indices: indices, bytes: entry, key: key))
        case .forgotten(let epoch):
            return .done(OpenedEntry(indices: indices, content: .erased(epoch)))
        case .missing(let epoch): known = epoch
        }
        let table = try wholeTable()
        if let epoch = table.opened[id], table.forgotten.contains(epoch) {
            return .done(OpenedEntry(indices: indices, content: .erased(epoch)))
        }
        guard missing == .show else {
            throw EntryFault(index: indices.lowerBound, cause: .keyMissing(id))
        }
        let epoch = known ?? table.opened[id]
        return .done(OpenedEntry(indices: indices, content: .locked(id, epoch)))
    }

    /// That a month is forgotten stands behind its entries: only the whole journal tells.
    private mutating func wholeTable() throws -> EpochTable {
        if let table { return table }
        let table = try EpochTable(reading: reader)
        self.table = table
        return table
    }

    private static func open(_ job: Job, _ opener: EntryOpener) throws -> OpenedEntry {
        do throws(SealFlaw) {
            let plaintext = try opener.open(job.bytes, key: job.key)
            return OpenedEntry(
                indices: job.indices,
                content: .plain(plaintext, job.key.epoch.entryClass)
            )
        } catch { throw EntryFault(index: job.indices.lowerBound, cause: .seal(error)) }
    }
}

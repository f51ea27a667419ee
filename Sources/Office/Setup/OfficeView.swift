import Glibc
import Journal
package import Ledger
package import Mail
import Rules

/// An office to look at: for commands that record nothing, and so take no lock.
package struct OfficeView: Sendable {
    package let directory: OfficeDirectory
    package let profile: OfficeProfile
    package let edition: String
    package let ledger: LedgerStore

    /// Looks at an office.
    ///
    /// Where its ledger lacks entries the office is opened for work once, which
    /// posts them.
    ///
    /// - Throws: ``OfficeFault``.
    package init(_ directory: OfficeDirectory, clock: OfficeClock) async throws {
        try OfficeReading.requireOffice(directory)
        let reader = try Self.reader(directory)
        let origin = reader.checkpoint.checkpoint.origin
        if try !Self.isPosted(directory, reader) {
            try await OfficeOpening.open(directory, clock: clock).close()
        }
        try self.init(directory, LedgerStore(path: directory.ledger, origin: origin))
    }

    /// Looks at an office that another process serves: it posts the ledger, and alone may write it.
    ///
    /// - Throws: ``OfficeFault``, `LedgerFault`.
    package init(served directory: OfficeDirectory) throws {
        let origin = try Self.reader(directory).checkpoint.checkpoint.origin
        try self.init(directory, LedgerStore(reading: directory.ledger, origin: origin))
    }

    private init(_ directory: OfficeDirectory, _ ledger: LedgerStore) throws {
        guard let profile = try ledger.officeProfile(), let edition = try ledger.edition() else {
            throw OfficeReading.unfinished(directory)
        }
        self.directory = directory
        self.profile = profile
        self.edition = edition
        self.ledger = ledger
    }

    private static func reader(
        _ directory: OfficeDirectory
    ) throws(OfficeFault) -> JournalReader {
        do {
            return try JournalReader(directory: directory.journal)
        } catch {
            throw OfficeFault(error, in: directory)
        }
    }

    private static func isPosted(
        _ directory: OfficeDirectory,
        _ reader: JournalReader
    ) throws -> Bool {
        guard unsafe access(directory.ledger, F_OK) == 0 else { return false }
        let ledger = try LedgerStore(
            path: directory.ledger,
            origin: reader.checkpoint.checkpoint.origin
        )
        let begins = try ledger.historyBegins()
        let restoring = try RestoringRecord.load(journal: directory.journal)
        guard begins == restoring?.position.value ?? 0 else { return false }
        let position = try ledger.position()
        var cursor = try reader.cursor(from: EntryIndex(position), includingTail: true)
        // What follows the position and is no control record is yet to be posted.
        while let entry = try cursor.next() {
            if try EntryKind(of: entry.bytes) != .control { return false }
        }
        return true
    }

    /// How much of a restored office's history is back; nil when the ledger has all of it.
    package func restoring() throws -> HistoryGap? {
        guard try ledger.historyBegins() > 0 else { return nil }
        return try HistoryProgress.of(journal: directory.journal).map(HistoryGap.init)
    }

    /// The item of that identifier, read from the journal.
    ///
    /// - Throws: ``DeskRefusal`` `notYetBack` where it may lie in history that is on its way.
    package func item(_ id: ItemID) async throws -> RecordedItem? {
        guard let row = try ledger.item(id) else {
            if let gap = try restoring() { throw DeskRefusal.notYetBack(gap) }
            return nil
        }
        let reader = try Self.reader(directory)
        let keys = try OfficeOpening.place(directory).keys
            .keyring(table: try EpochTable(reading: reader, from: EntryIndex(row.entry)))
        let shelf = EntryShelf { start in
            try SealedCursor(reader, from: start, includingTail: true, keys: keys)
        }
        return try await shelf.records(at: [row.entry])[row.entry]
            .map { RecordedItem(record: $0, row: row) }
    }

    /// The check of today in this office, printing in its edition.
    package func checkStep(at now: Moment, sources: SettingSources = .file) throws -> CheckStep {
        CheckStep(
            context: CheckContext(
                day: now.day,
                office: profile,
                rates: SDRTable(try ledger.sdrRates())
            ),
            print: try OfficeAssets.printStep(
                directory,
                edition: edition,
                label: try OfficeReading.settings(directory, sources: sources).label
            )
        )
    }

    /// What lanes would say today.
    package func lanes(sources: SettingSources = .file) throws -> LaneJudge {
        let settings = try OfficeReading.settings(directory, sources: sources)
        return try LaneJudge(ledger, settings.calendar)
    }

    package var numbers: [NumberReport] {
        get throws { NumberDesk(try ledger.numbers()).reports }
    }
}

extension EpochTable {
    /// Folds the control records of a journal, from `start` on, into what is known of it before.
    ///
    /// From the first entry on where nothing is known; of a journal whose history is not back yet,
    /// what its record says of that stands for it.
    package init(
        reading reader: JournalReader,
        from start: EntryIndex = EntryIndex(0),
        before end: EntryIndex = EntryIndex(.max),
        includingTail: Bool = true,
        into known: EpochTable = EpochTable()
    ) throws {
        self = known
        var start = start
        if start == EntryIndex(0), let record = try RestoringRecord.load(on: reader.disk) {
            (self, start) = (record.epochs, record.position)
        }
        try fold(try reader.cursor(from: start, includingTail: includingTail), before: end)
    }

    /// Folds the control records before an entry, from the first on, whatever a restore has said.
    init(rereading reader: JournalReader, before end: EntryIndex) throws {
        self.init()
        try fold(try reader.cursor(from: EntryIndex(0)), before: end)
    }

    private mutating func fold(_ cursor: EntryCursor, before end: EntryIndex) throws {
        var cursor = cursor
        while let entry = try cursor.next(), entry.index < end {
            guard entry.bytes.first == EntryKind.control.rawValue else { continue }
            do throws(RecordFlaw) {
                apply(try ControlRecord(json: entry.bytes.dropFirst()))
            } catch { throw EntryFault(index: entry.index, cause: .record(error)) }
        }
    }
}

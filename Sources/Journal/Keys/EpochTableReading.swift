extension EpochTable {
    /// Folds the control records of a journal, from `start` on, into what is known of it before.
    package init(
        reading reader: JournalReader,
        from start: EntryIndex = EntryIndex(0),
        includingTail: Bool = true,
        into known: EpochTable = EpochTable()
    ) throws {
        self = known
        var cursor = try reader.cursor(from: start, includingTail: includingTail)
        while let entry = try cursor.next() {
            guard entry.bytes.first == EntryKind.control.rawValue else { continue }
            do throws(RecordFlaw) {
                apply(try ControlRecord(json: entry.bytes.dropFirst()))
            } catch { throw EntryFault(index: entry.index, cause: .record(error)) }
        }
    }
}

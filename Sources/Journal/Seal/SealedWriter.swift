/// Seals plaintexts and appends them: all next to each other, in order, or none.
///
/// Sealing runs on the caller's task, off whatever actor it is on, and on further cores for many
/// entries: never in the journal's own loop.
package struct SealedWriter: Sendable {
    private let announced: AnnouncedWriter
    private let sealer: EntrySealer
    private let keeper: EpochKeeper

    /// What is worth a task of its own: about a millisecond of sealing.
    private static let entriesPerTask = 64

    init(_ announced: AnnouncedWriter, sealer: EntrySealer, keeper: EpochKeeper) {
        self.announced = announced
        self.sealer = sealer
        self.keeper = keeper
    }

    package var journal: JournalWriter { announced.journal }

    /// Appends the plaintexts and returns, when they are durable, the indices of each.
    @concurrent
    package func append(
        _ entries: [PlainEntry],
        at now: ClockReading
    ) async throws(SealedRefusal) -> [Range<EntryIndex>] {
        var keys: [EntryClass: EpochKey] = [:]
        for entry in entries where keys[entry.entryClass] == nil {
            do {
                keys[entry.entryClass] = try await keeper.key(for: entry.entryClass, at: now)
            } catch { throw .epoch(error) }
        }
        let sealed = try await seal(entries, keys)
        var next: EntryIndex
        do throws(JournalRefusal) {
            next = try await announced.append(sealed.flatMap { $0 }).lowerBound
        } catch { throw .journal(error) }
        return sealed.map { parts in
            defer { next = next.advanced(by: parts.count) }
            return next..<next.advanced(by: parts.count)
        }
    }

    /// Appends control records, in plain.
    @concurrent @discardableResult
    package func append(
        control records: [ControlRecord]
    ) async throws(SealedRefusal) -> Range<EntryIndex> {
        do throws(JournalRefusal) {
            return try await announced.append(records.map(\.entry))
        } catch { throw .journal(error) }
    }

    private func seal(
        _ entries: [PlainEntry],
        _ keys: [EntryClass: EpochKey]
    ) async throws(SealedRefusal) -> [[[UInt8]]] {
        do {
            return try await Parallel.map(entries, perTask: Self.entriesPerTask) { entry in
                guard let key = keys[entry.entryClass] else {
                    preconditionFailure("every class of the entries has got a key")
                }
                return EntryParts.split(try sealer.seal(entry.bytes, key: key))
            }
        } catch let flaw as SealFlaw {
            throw .plaintext(flaw)
        } catch { preconditionFailure("sealing throws SealFlaw, not \(error)") }
    }
}

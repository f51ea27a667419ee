import Journal
import Mail

/// The newest published state of the journal, for whoever wants to check it.
package struct PublishedCheckpoint: Sendable {
    /// The signed note, byte for byte.
    package let note: [UInt8]
    package let origin: String
    package let size: UInt64
    /// The keys that sign it, as verifiers write them.
    package let verifierKeys: [String]
}

extension ServedOffice {
    /// - Throws: What the journal threw.
    package func checkpoint() throws -> PublishedCheckpoint {
        try PublishedCheckpoint(directory)
    }

    /// A receipt that proves the entry to anyone, offline (C2SP tlog-proof).
    ///
    /// Nothing where no published checkpoint covers the entry yet; that takes about a second.
    ///
    /// - Throws: What the journal threw.
    package func receipt(of entry: UInt64) async throws -> [UInt8]? {
        let reader = try JournalReader(directory: directory.journal)
        let index = EntryIndex(entry)
        guard index < reader.size.next else { return nil }
        return try await reading { try reader.receipt(for: index).bytes }
    }
}

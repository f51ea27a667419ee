import Journal
package import Mail

/// The items that a journal says were lodged, read with the office's keys.
package struct Recovered: Sendable {
    /// Item by reference.
    package private(set) var items: [String: String] = [:]
    /// References or numbers that stand there twice.
    package private(set) var twice: [String] = []
    /// Why the office resumed, each time it did.
    package private(set) var resumed: [OfficeResumed] = []
    package private(set) var size: UInt64 = 0

    package init(items: [String: String] = [:]) {
        self.items = items
    }

    /// Reads an office's journal to its end.
    ///
    /// - Throws: What the journal threw: damage, or a history that is not all back yet.
    package static func read(_ office: GroundPath, keys: [String]? = nil) async throws -> Recovered
    {
        var all = Recovered()
        let reader = try JournalReader(directory: office.absolute + "/journal")
        let ring = try KeySources(keys ?? [office.absolute + "/keys"]).keyring()
        var cursor = try SealedCursor(
            reader,
            from: EntryIndex(0),
            includingTail: true,
            keys: ring,
            missing: .show
        )
        var numbers: Set<String> = []
        while true {
            let batch = try await cursor.next()
            if batch.isEmpty { break }
            for opened in batch {
                all.size = opened.indices.upperBound.value
                guard case .plain(let bytes, _) = opened.content else { continue }
                switch try Entry(bytes) {
                case .itemLodged(let record):
                    let reference = record.lodgement.reference ?? record.id.text
                    if all.items[reference] != nil || !numbers.insert(record.id.text).inserted {
                        all.twice.append("\(reference) \(record.id.text)")
                    }
                    all.items[reference] = record.id.text
                case .officeResumed(let resumed): all.resumed.append(resumed)
                default: continue
                }
            }
        }
        return all
    }

    /// Acknowledged and not there, or there under another number.
    package func lost(_ book: AckBook.Content) -> [String] {
        book.acknowledged.filter { items[$0.key] != $0.value }.map { "\($0.key) \($0.value)" }
            .sorted()
    }

    /// There, and never sent by anybody, or there twice.
    package func forged(_ book: AckBook.Content) -> [String] {
        items.keys.filter { !book.sent.contains($0) }.sorted() + twice
    }
}

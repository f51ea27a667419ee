import Office

/// The journal's published growth, which comes a moment after what is recorded.
struct JournalTopic: LiveTopic {
    static let name = "journal"

    var permission: Permission { .journalRead }
    var rhythm: LiveRhythm { .every(.seconds(2)) }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        office.book.published
    }
}

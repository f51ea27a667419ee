import GRDB
import Mail

/// What the public was told, and who was told it.
extension Fold {
    static func advise(_ entry: Entry, at index: UInt64, _ db: Database) throws {
        switch entry {
        case .advisoryPublished(let advisory):
            try say(advisory.name, advisory.version, at: (index, advisory.at), entry, db)
        case .advisoryEnded(let ended):
            try say(ended.name, ended.version, at: (index, ended.at), entry, db)
        case .senderTold(let told): try tell(told, entry, at: index, db)
        case .advisoryTold(let told):
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO advisories_told VALUES (?, ?, ?, ?)")
                .execute(
                    arguments: [told.name.text, told.version, Int64(index), text(entry)])
        default: preconditionFailure("an entry of another kind is folded elsewhere")
        }
    }

    private static func say(
        _ name: AdvisoryName,
        _ version: Int,
        at place: (index: UInt64, moment: Moment),
        _ entry: Entry,
        _ db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO advisories VALUES (?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    name.text, version, Int64(place.index), place.moment.milliseconds, text(entry),
                ])
    }

    /// An account that is told hears it as an event, too.
    private static func tell(
        _ told: SenderTold,
        _ entry: Entry,
        at index: UInt64,
        _ db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO senders_told VALUES (?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    told.name.text, told.version, told.who, Int64(index), text(entry),
                ])
        guard !told.customer.isEmpty else { return }
        let subject = EventRow.Subject.advisory(told.name, version: told.version)
        try event(
            told.news.event,
            of: subject,
            told.customer,
            at: (index, told.at),
            by: .office,
            db
        )
    }
}

extension SenderTold {
    /// The sender's own name among those who are told.
    package var who: String {
        customer.isEmpty ? "@" + (messages.first?.address ?? "") : "=" + customer
    }
}

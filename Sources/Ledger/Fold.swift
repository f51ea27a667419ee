import GRDB
import Mail

/// What each kind of entry changes in the ledger: a pure function of the entries in their order.
enum Fold {
    static func post(_ posted: PostedEntry, to db: Database) throws {
        guard case .entry(let entry) = posted.content else { return try skipNumbers(db) }
        switch entry {
        case .officeEstablished(let profile, _): try establish(profile, db)
        case .editionAdopted(let edition, let at):
            try db.cachedStatement(sql: "INSERT INTO editions VALUES (?, ?)")
                .execute(arguments: [edition, at.milliseconds])
        case .numbersLoaded(let range, _): try load(range, db)
        case .numbersReserved(let mark): try reserve(mark, db)
        case .sdrRateLoaded(let rate):
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO rates VALUES (?, ?, ?, ?)"
            )
            .execute(arguments: [rate.currency.code, rate.day.text, rate.perSDR, rate.source])
        case .itemLodged(let record): try lodge(record, at: posted.index, db)
        case .documentsIssued(let issued): try issue(issued, db)
        case .documentsReprinted(let reprinted):
            try db.cachedStatement(sql: "INSERT INTO reprints VALUES (?, ?, ?)")
                .execute(
                    arguments: [
                        reprinted.item.text, reprinted.at.milliseconds,
                        reprinted.kinds.map(\.rawValue).joined(separator: " "),
                    ])
        }
    }

    private static func establish(_ profile: OfficeProfile, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM office")
        try db.execute(
            sql: "INSERT INTO office VALUES (?, ?, ?, ?)",
            arguments: [
                profile.operatorName, profile.country.code, profile.language.rawValue,
                profile.mode.rawValue,
            ]
        )
    }

    private static func load(_ range: NumberRange, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO ranges VALUES (?, ?, ?)")
            .execute(
                arguments: [range.series.text, Int64(range.first), Int64(range.last)])
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO marks VALUES (?, ?, ?)")
            .execute(
                arguments: [range.series.text, Int64(range.first), Int64(range.first)])
    }

    private static func reserve(_ mark: NumberMark, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE marks SET before = max(before, ?) WHERE series = ?")
            .execute(arguments: [Int64(mark.before), mark.series.text])
    }

    /// An erased entry may have drawn any number below the marks of its time: all of those are
    /// taken to be used, so that forgetting a month can never bring a number back.
    private static func skipNumbers(_ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE marks SET next = before").execute()
    }

    private static func lodge(_ record: ItemRecord, at index: UInt64, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        .execute(
            arguments: [
                record.id.text, record.lodgement.customer ?? "", record.key.text,
                record.lodgement.contentDigest, record.state.rawValue,
                record.item.product.rawValue, record.item.addressee.country.code,
                record.decision.form.rawValue, record.lodgedAt.milliseconds, Int64(index),
            ])
        let (series, number) = record.id.drawn
        try db.cachedStatement(sql: "UPDATE marks SET next = max(next, ?) WHERE series = ?")
            .execute(arguments: [Int64(number + 1), series.text])
    }

    private static func issue(_ issued: DocumentsIssued, _ db: Database) throws {
        for (kind, digest) in issued.digests {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO issued VALUES (?, ?, ?)")
                .execute(arguments: [issued.item.text, kind.rawValue, digest])
        }
    }
}

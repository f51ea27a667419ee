import GRDB
import Mail

/// What happens to items, and what the public hears of it as events.
extension Fold {
    static func lodge(_ record: ItemRecord, at index: UInt64, _ db: Database) throws {
        try insert(record, key: record.key.text, at: index, db)
        if db.changesCount == 0 {
            // Lodged while the office had not its whole history back, and lodged before that: both
            // items exist, and the later one says so.
            try insert(record, key: record.key.text + "#" + record.id.text, at: index, db)
            guard db.changesCount == 1 else {
                throw NumberTwice(item: record.id, entry: index)
            }
        }
        try count(record, at: record.lodgedAt, db)
        if record.state == .held { try tally(record.id, 1, db) }
        try redocument(record, db)
        let (series, number) = record.id.drawn
        try db.run(
            "UPDATE marks SET next = max(next, ?) WHERE series = ?",
            Int64(number + 1),
            series.text
        )
        try event(
            "item." + record.state.rawValue,
            of: .item(record.id),
            record.lodgement.customer,
            at: (index, record.lodgedAt),
            by: record.request?.author ?? .local,
            db
        )
        guard let request = record.request else { return }
        try note(request, at: (index, record.lodgedAt), db)
        if let draft = request.draft {
            try db.cachedStatement(
                sql: "UPDATE drafts SET state = 'bound', item = ? WHERE code = ?"
            )
            .execute(arguments: [record.id.text, draft.text])
        }
    }

    private static func insert(
        _ record: ItemRecord,
        key: String,
        at index: UInt64,
        _ db: Database
    ) throws {
        let lane = record.lane
        try db.run(
            """
            INSERT OR IGNORE INTO items
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            record.id.text,
            record.lodgement.customer ?? "",
            key,
            record.lodgement.contentDigest,
            record.state.rawValue,
            record.item.product.rawValue,
            record.item.addressee.country.code,
            record.decision.form.rawValue,
            record.lodgedAt.milliseconds,
            Int64(index),
            Int64(index),
            record.channel.rawValue,
            record.lodgement.reference,
            record.item.addressee.headline,
            record.item.addressee.postcode,
            lane.kind.rawValue,
            lane.data,
            lane.territory?.rawValue,
            record.heldOn,
            record.lodgedAt.milliseconds,
            postage(record)
        )
    }

    static func issue(_ issued: DocumentsIssued, _ db: Database) throws {
        for (kind, digest) in issued.digests {
            try db.run(
                "INSERT OR IGNORE INTO issued VALUES (?, ?, ?)",
                issued.item.text,
                kind.rawValue,
                digest
            )
        }
    }

    static func move(_ move: ItemMove, at index: UInt64, _ db: Database) throws {
        let customer = try customer(of: move.item, db)
        if let use = move.use { try count(use, customer ?? "", at: move.at, db) }
        if let release = move.release { try count(release, customer ?? "", at: move.at, db) }
        try leaveLane(move.item, db)
        try tally(move.item, -1, db)
        try db.cachedStatement(
            sql: "UPDATE items SET state = ?, changed = ?, lane = NULL, since = ? WHERE id = ?"
        )
        .execute(
            arguments: [
                move.to.rawValue, Int64(index), move.at.milliseconds, move.item.text,
            ])
        if move.to == .held { try tally(move.item, 1, db) }
        try event(
            "item." + move.to.rawValue,
            of: .item(move.item),
            customer,
            at: (index, move.at),
            by: move.by,
            reason: move.reason,
            db
        )
    }

    /// Documents of the record before are none of the item's any more.
    static func amend(_ amendment: ItemAmendment, at index: UInt64, _ db: Database) throws {
        let record = amendment.record
        try leaveLane(record.id, db)
        try tally(record.id, -1, db)
        try count(record, at: amendment.at, db)
        try db.cachedStatement(
            sql: """
                UPDATE items SET digest = ?, state = ?, product = ?, destination = ?, form = ?,
                    entry = ?, version = ?, changed = ?, reference = ?, addressee = ?, postcode = ?,
                    kind = ?, data = ?, territory = ?, lane = ?,
                    since = CASE state WHEN ? THEN since ELSE ? END, postage = ?
                WHERE id = ?
                """
        )
        .execute(
            arguments: [
                record.lodgement.contentDigest, record.state.rawValue,
                record.item.product.rawValue, record.item.addressee.country.code,
                record.decision.form.rawValue, Int64(index), amendment.version, Int64(index),
                record.lodgement.reference, record.item.addressee.headline,
                record.item.addressee.postcode,
            ] + laneColumns(record) + [
                record.state.rawValue, amendment.at.milliseconds, postage(record), record.id.text,
            ]
        )
        if record.state == .held { try tally(record.id, 1, db) }
        try db.cachedStatement(sql: "DELETE FROM issued WHERE item = ?")
            .execute(arguments: [record.id.text])
        try event(
            "item.amended",
            of: .item(record.id),
            record.lodgement.customer,
            at: (index, amendment.at),
            by: amendment.by,
            db
        )
    }

    static func save(_ draft: Draft, at index: UInt64, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO drafts VALUES (?, ?, 'open', ?, ?, NULL)"
        )
        .execute(
            arguments: [
                draft.code.text, draft.lodgement.customer ?? "", draft.expiresAt.milliseconds,
                Int64(index),
            ])
        try note(draft.request, at: (index, draft.savedAt), db)
    }

    static func drop(_ dropped: DraftDropped, _ db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE drafts SET state = 'dropped' WHERE code = ? AND state = 'open'"
        )
        .execute(arguments: [dropped.code.text])
    }

    /// The first entry of a request is what it is remembered by.
    private static func note(
        _ request: LodgeRequest,
        at place: (index: UInt64, moment: Moment),
        _ db: Database
    ) throws {
        guard let key = request.key, let fingerprint = request.fingerprint else { return }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO requests VALUES (?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    request.author.text, key, fingerprint, place.moment.milliseconds,
                    Int64(place.index),
                ])
    }

    private static func customer(of item: ItemID, _ db: Database) throws -> String? {
        try db.cachedStatement(sql: "SELECT customer FROM items WHERE id = ?")
            .text([item.text])
    }

    static func event(
        _ kind: String,
        of subject: EventRow.Subject,
        _ customer: String?,
        at place: (index: UInt64, moment: Moment),
        by author: Author,
        reason: String? = nil,
        _ db: Database
    ) throws {
        try db.run(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
            Int64(place.index),
            kind,
            subject.text,
            customer ?? "",
            place.moment.milliseconds,
            author.text,
            reason
        )
    }
}

extension Statement {
    fileprivate func text(_ arguments: StatementArguments) throws -> String? {
        try String.fetchOne(self, arguments: arguments)
    }
}

/// Two entries say that they drew one number, which nothing may ever do.
struct NumberTwice: Error, CustomStringConvertible {
    let item: ItemID
    let entry: UInt64

    var description: String { "entry \(entry) draws \(item.text), which was drawn before" }
}

extension Party {
    /// By what a person finds the party again.
    fileprivate var headline: String { name ?? company ?? "" }
}

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
        case .itemMoved(let move): try self.move(move, at: posted.index, db)
        case .itemAmended(let amendment): try amend(amendment, at: posted.index, db)
        case .draftSaved(let draft): try save(draft, at: posted.index, db)
        case .draftDropped(let dropped): try drop(dropped, db)
        case .accessKeyAdded(let key): try add(key, db)
        case .accessKeyRevoked(let revoked):
            try db.cachedStatement(
                sql: "UPDATE access_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
            )
            .execute(arguments: [revoked.at.milliseconds, revoked.id])
        case .staffChanged(let account): try change(account, db)
        case .acted(let act): try tell(act, at: posted.index, db)
        case .webhookChanged(let webhook): try change(webhook, at: posted.index, db)
        case .promiseChanged(let change):
            try db.cachedStatement(sql: "INSERT INTO promises VALUES (?, ?, ?)")
                .execute(
                    arguments: [Int64(posted.index), change.to.text, change.at.milliseconds])
        case .officeResumed: try skipNumbers(db)
        case .lanePlanChanged(let change): try self.change(change, entry, at: posted.index, db)
        case .laneChangeProposed(let proposal):
            try db.cachedStatement(sql: "INSERT INTO lane_proposals VALUES (?, ?, ?, 0)")
                .execute(arguments: [proposal.id, Int64(posted.index), text(entry)])
        case .releasePlanned(let plan): try self.plan(plan, entry, at: posted.index, db)
        case .capacitySet(let day):
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO capacity VALUES (?, ?, ?)")
                .execute(arguments: [day.day.text, Int64(posted.index), text(entry)])
        case .releaseStopped(let stopped):
            try db.cachedStatement(sql: "UPDATE releases SET stopped = 1 WHERE id = ?")
                .execute(arguments: [stopped.id])
        case .laneProposalCancelled(let cancelled):
            try db.cachedStatement(sql: "UPDATE lane_proposals SET done = 2 WHERE id = ?")
                .execute(arguments: [cancelled.proposal])
        case .itemsFound(let found): try find(found, at: posted.index, db)
        case .foundTriaged(let triaged):
            try db.cachedStatement(sql: "UPDATE found SET need = ? WHERE number = ?")
                .execute(arguments: [triaged.need.rawValue, triaged.number.text])
        case .advisoryPublished, .advisoryEnded, .senderTold, .advisoryTold:
            try advise(entry, at: posted.index, db)
        case .lanePlanSaved(let plan):
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO lane_plans VALUES (?, ?, ?)")
                .execute(arguments: [plan.name, Int64(posted.index), text(entry)])
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

    /// An erased entry, or an office that is gone, may have drawn any number below the marks of its
    /// time: all of those are taken to be used, so that no number can come back.
    private static func skipNumbers(_ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE marks SET next = before").execute()
    }
}

import Ledger
package import Mail

extension OfficeDesk {
    /// How long a draft waits to be lodged: 30 days, in milliseconds.
    package static let draftLife: Int64 = 30 * 24 * 60 * 60 * 1000

    /// Saves a draft under a new code, or the one that the same request made before.
    ///
    /// The code is drawn by chance; one that is taken already is refused as `busy`, and the caller
    /// draws another.
    ///
    /// - Throws: ``DeskRefusal``, or what the journal or the ledger threw.
    package mutating func saveDraft(
        _ lodgement: Lodgement,
        under code: DraftCode,
        through channel: Channel,
        _ request: LodgeRequest,
        at now: Moment
    ) async throws -> Draft {
        if let key = request.key, let before = try ledger.request(request.author, key: key) {
            guard before.fingerprint == request.fingerprint else { throw DeskRefusal.requestReused }
            guard let draft = try await book.draft(at: before.entry) else {
                throw DeskRefusal.draftUnknown
            }
            return draft
        }
        guard try ledger.draft(code) == nil else { throw DeskRefusal.busy }
        let draft = Draft(
            code: code,
            lodgement: lodgement,
            channel: channel,
            request: request,
            savedAt: now,
            expiresAt: Moment(milliseconds: now.milliseconds + Self.draftLife)
        )
        try await record([.draftSaved(draft)], at: now)
        return draft
    }

    /// The draft of that code while it may still be lodged.
    ///
    /// - Throws: ``DeskRefusal``, or what the journal or the ledger threw.
    package func draft(
        _ code: DraftCode,
        for caller: Caller,
        at now: Moment
    ) async throws -> Draft {
        guard let row = try ledger.draft(code) else { throw try absent(.draftUnknown) }
        guard caller.sees(row.customer) else { throw DeskRefusal.draftUnknown }
        if row.state == .bound, let item = row.item { throw DeskRefusal.draftBound(item) }
        guard row.state == .open, let draft = try await book.draft(at: row.entry) else {
            throw DeskRefusal.draftUnknown
        }
        guard now.milliseconds < row.expiresAt.milliseconds else {
            throw DeskRefusal.draftExpired(at: row.expiresAt)
        }
        return draft
    }

    /// Gives a draft up; one that is gone already is no refusal.
    package mutating func dropDraft(
        _ code: DraftCode,
        by caller: Caller,
        at now: Moment
    ) async throws {
        guard let row = try ledger.draft(code) else { throw try absent(.draftUnknown) }
        guard caller.sees(row.customer) else { throw DeskRefusal.draftUnknown }
        if row.state == .bound, let item = row.item { throw DeskRefusal.draftBound(item) }
        guard row.state == .open else { return }
        let dropped = DraftDropped(code: code, by: caller.author, at: now)
        try await record([.draftDropped(dropped)], at: now)
    }
}

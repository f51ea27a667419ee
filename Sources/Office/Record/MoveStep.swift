package import Ledger
package import Mail

extension OfficeDesk {
    /// Moves an item from the state it is in to another, when the table of moves allows it.
    ///
    /// Moving an item to where it is already changes nothing and is no refusal: a retry is safe.
    ///
    /// `seen` is the entry of the item's last change as the caller knows it, when the caller
    /// insists on it.
    ///
    /// - Throws: ``DeskRefusal``, or what the journal or the ledger threw.
    package mutating func move(
        _ id: ItemID,
        to state: ItemState,
        reason: String?,
        by caller: Caller,
        seen: UInt64? = nil,
        at now: Moment
    ) async throws -> ItemRow {
        let row = try row(id, for: caller, seen: seen)
        guard row.state != state else { return row }
        guard row.state.mayBecome(state) else {
            throw DeskRefusal.moveIllegal(from: row.state, to: state)
        }
        let move = ItemMove(item: id, to: state, reason: reason, by: caller.author, at: now)
        var entries: [Entry] = [.itemMoved(move)]
        if let permission = state.permission {
            entries.append(.done(permission, to: id.text, reason, by: caller.author, at: now))
        }
        try await record(entries, at: now)
        guard let moved = try ledger.item(id) else { throw DeskRefusal.itemUnknown }
        return moved
    }

    /// The item as that caller may see it.
    func row(_ id: ItemID, for caller: Caller, seen: UInt64?) throws -> ItemRow {
        guard let row = try ledger.item(id) else { throw try absent(.itemUnknown) }
        guard caller.sees(row.customer) else { throw DeskRefusal.itemUnknown }
        if let seen, seen != row.changed {
            throw DeskRefusal.versionStale(expected: seen, found: row.changed)
        }
        return row
    }
}

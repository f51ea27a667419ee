import Ledger
import Mail

extension OfficeDesk {
    /// Records those of the items that nobody told of before: a list that comes twice, or that is
    /// broken off and comes again, is taken once.
    ///
    /// - Throws: ``DeskRefusal`` `notYetBack`, or what the journal or the ledger threw.
    mutating func find(
        _ items: [FoundItem],
        _ list: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        // What was found before may lie in history that is not here.
        if let gap = try history() { throw DeskRefusal.notYetBack(gap) }
        var seen: Set<S10> = []
        let new = try items.filter { item in
            guard seen.insert(item.number).inserted else { return false }
            // What has its number from this office is not from elsewhere.
            let own = try ItemID(item.number.text).flatMap { try ledger.item($0) }
            return try own == nil && ledger.found(item.number) == nil
        }
        var entries: [Entry] = []
        var rest = new[...]
        while !rest.isEmpty {
            let part = rest.prefix(ItemsFound.limit)
            rest = rest.dropFirst(part.count)
            let found = ItemsFound(list: list, items: Array(part), by: by, at: now)
            entries.append(.itemsFound(found))
        }
        // A crash here leaves all of them recorded, or none: the list comes again.
        try await record(entries, at: now)
        return .found(new.count)
    }

    mutating func triage(
        _ number: S10,
        _ need: FoundItem.Need,
        _ reason: String,
        _ by: Author,
        at now: Moment
    ) async throws -> LaneAnswer {
        if let gap = try history() { throw DeskRefusal.notYetBack(gap) }
        guard try ledger.found(number) != nil else { throw LaneRefusal.foundUnknown(number) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw LaneRefusal.reasonMissing }
        let triaged = FoundTriaged(number: number, need: need, reason: reason, by: by, at: now)
        try await record([.foundTriaged(triaged)], at: now)
        return .saved
    }
}

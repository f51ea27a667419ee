import Ledger
package import Mail
import Rules

extension OfficeDesk {
    /// Puts other content under an item's number, while the item is not yet in our hands.
    ///
    /// - Throws: ``DeskRefusal``, or what the journal or the ledger threw.
    package mutating func amend(
        _ id: ItemID,
        with result: CheckStep.Result,
        by caller: Caller,
        seen: UInt64,
        at now: Moment
    ) async throws -> RecordedItem {
        let row = try row(id, for: caller, seen: seen)
        guard row.state == .lodged || row.state == .held else {
            throw DeskRefusal.moveIllegal(from: row.state, to: row.state)
        }
        guard let before = try await item(id) else { throw DeskRefusal.itemUnknown }
        if row.digest == result.digest { return before }
        let checked: CheckedLodgement
        switch result.outcome {
        case .refused(let report): throw DeskRefusal.findings(report.findings)
        case .checked(let good): checked = good
        }
        let record = try amended(before.record, checked, result.lodging, at: now)
        let amendment = ItemAmendment(
            record: record,
            version: row.version + 1,
            by: caller.author,
            at: now
        )
        try await self.record([.itemAmended(amendment)], at: now)
        guard let item = try await item(id) else { throw DeskRefusal.itemUnknown }
        return item
    }

    /// The record with everything as it would be lodged today, but its number, key and day.
    private func amended(
        _ before: ItemRecord,
        _ checked: CheckedLodgement,
        _ lodging: Lodging,
        at now: Moment
    ) throws -> ItemRecord {
        let item = checked.item
        let series = before.id.drawn.series
        let wanted = try numbers.series(
            for: item.product,
            hasDeclaration: item.declaration != nil
        )
        // Two ranges of one service letter serve the same products.
        guard series.serves(like: wanted) else {
            throw DeskRefusal.numberWouldChange(from: series.text, to: wanted.text)
        }
        guard lodging.lodgement.reference == before.lodgement.reference else {
            throw DeskRefusal.findings([
                Finding(
                    .referenceReused,
                    at: "/reference",
                    [
                        "reference": before.lodgement.reference ?? before.key.text,
                        "item": before.id.text,
                    ]
                )
            ])
        }
        return try ItemRecord(
            id: before.id,
            channel: before.channel,
            state: checked.isHeld ? .held : .lodged,
            office: profile,
            edition: edition,
            key: before.key,
            lodgement: lodging.lodgement,
            decision: checked.decision,
            copies: settings.copies(of: checked.decision.form, to: item.addressee.country),
            label: settings.label,
            warnings: checked.warnings,
            request: before.request,
            lodgedAt: before.lodgedAt
        )
    }
}

extension NumberSeries {
    fileprivate func serves(like other: NumberSeries) -> Bool {
        switch (self, other) {
        case (.office, .office): true
        case (.s10(let left, _), .s10(let right, _)): left.text.first == right.text.first
        default: false
        }
    }
}

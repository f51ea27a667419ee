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
        let verdict = try lane(of: before, checked, at: now)
        let record = try amended(before.record, checked, verdict, result.lodging)
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

    /// What the item's lane says of the amended item: nothing new where it stays on its lane, and
    /// what it would say today where it goes to another.
    ///
    /// - Throws: ``DeskRefusal`` `findings` where that lane does not take it.
    private mutating func lane(
        of before: RecordedItem,
        _ checked: CheckedLodgement,
        at now: Moment
    ) throws -> LaneVerdict {
        let key = LaneKey(checked.item, checked.decision, through: before.record.channel)
        if key == before.record.lane {
            guard before.state == .held, let lane = before.record.heldOn,
                let use = before.record.use,
                let finding = before.record.warnings.first(where: { $0.severity == .hold })
            else { return .open }
            return .held(LaneUse(lane: lane, version: use.version, window: nil), finding)
        }
        var tally = LaneTally(ledger)
        let verdict = try lanes.judge(
            key,
            customer: before.record.lodgement.customer ?? "",
            at: try LaneJudge.moment(now, ledger),
            &tally
        )
        if case .refused(let finding) = verdict { throw DeskRefusal.findings([finding]) }
        return verdict
    }

    /// The record with everything as it would be lodged today, but its number, key and day.
    private func amended(
        _ before: ItemRecord,
        _ checked: CheckedLodgement,
        _ verdict: LaneVerdict,
        _ lodging: Lodging
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
            state: checked.isHeld || verdict.isHeld ? .held : .lodged,
            office: profile,
            edition: edition,
            key: before.key,
            lodgement: lodging.lodgement,
            decision: checked.decision,
            copies: settings.copies(of: checked.decision.form, to: item.addressee.country),
            label: settings.label,
            warnings: checked.warnings + (verdict.finding.map { [$0] } ?? []),
            request: before.request,
            use: verdict.use,
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

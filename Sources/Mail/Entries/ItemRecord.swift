/// What was recorded of an item when it was lodged: all that its documents and messages are made of.
///
/// The typed ``item`` is not recorded; it follows from the lodgement, the same way in any year.
package struct ItemRecord: Hashable, Sendable {
    package let id: ItemID
    package let mode: Mode
    package let channel: Channel
    package let state: ItemState
    package let lodgement: Lodgement
    package let item: MailItem
    package let decision: FormDecision
    package let warnings: [Finding]
    package let lodgedAt: Moment

    /// - Throws: ``MailItem/Flaw`` when the lodgement does not convert; one that was checked does.
    package init(
        id: ItemID,
        mode: Mode,
        channel: Channel,
        state: ItemState,
        lodgement: Lodgement,
        decision: FormDecision,
        warnings: [Finding],
        lodgedAt: Moment
    ) throws(MailItem.Flaw) {
        self.id = id
        self.mode = mode
        self.channel = channel
        self.state = state
        self.lodgement = lodgement
        self.item = try MailItem(lodgement)
        self.decision = decision
        self.warnings = warnings
        self.lodgedAt = lodgedAt
    }
}

/// What a document or message is made of: the record and the office that issues it.
package struct DocumentSource: Hashable, Sendable {
    package let record: ItemRecord
    package let office: OfficeProfile

    package init(record: ItemRecord, office: OfficeProfile) {
        self.record = record
        self.office = office
    }
}

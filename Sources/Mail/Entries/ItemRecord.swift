/// What was recorded of an item when it was lodged: all that its documents and messages are made of.
///
/// The typed ``item`` is not recorded; it follows from the lodgement, the same way in any year. The
/// office's profile is, so that one entry alone gives the same documents for ever.
package struct ItemRecord: Hashable, Sendable {
    package let id: ItemID
    package let channel: Channel
    package let state: ItemState
    package let office: OfficeProfile
    /// The template edition its documents are set in.
    package let edition: String
    package let key: LodgementKey
    package let lodgement: Lodgement
    package let item: MailItem
    package let decision: FormDecision
    /// How many copies of the customs form are printed, by the operator's table of that day.
    package let copies: Int
    /// The label stock of the office's printers that day.
    package let label: LabelFormat
    package let warnings: [Finding]
    /// Who asked for it and how; what was lodged from a file on the machine says nothing.
    package let request: LodgeRequest?
    /// What the lane had to say; nothing where it was open.
    package let use: LaneUse?
    package let lodgedAt: Moment

    /// - Throws: ``MailItem/Flaw`` when the lodgement does not convert; one that was checked does.
    package init(
        id: ItemID,
        channel: Channel,
        state: ItemState,
        office: OfficeProfile,
        edition: String,
        key: LodgementKey,
        lodgement: Lodgement,
        decision: FormDecision,
        copies: Int = 1,
        label: LabelFormat = .mm100x150,
        warnings: [Finding],
        request: LodgeRequest? = nil,
        use: LaneUse? = nil,
        lodgedAt: Moment
    ) throws(MailItem.Flaw) {
        self.id = id
        self.channel = channel
        self.state = state
        self.office = office
        self.edition = edition
        self.key = key
        self.lodgement = lodgement
        self.item = try MailItem(lodgement)
        self.decision = decision
        self.copies = copies
        self.label = label
        self.warnings = warnings
        self.request = request
        self.use = use
        self.lodgedAt = lodgedAt
    }

    package var mode: Mode { office.mode }

    /// The lane that holds the item; nothing where it is not held, or where somebody must look at it.
    package var heldOn: String? {
        let isLanesAlone = warnings.allSatisfy {
            $0.severity != .hold || [.laneHeld, .laneDiverted].contains($0.code)
        }
        return state == .held && isLanesAlone && use?.window == nil ? use?.lane : nil
    }
}

/// What a document or message is made of.
package struct DocumentSource: Hashable, Sendable {
    package let record: ItemRecord

    package init(_ record: ItemRecord) {
        self.record = record
    }

    package var office: OfficeProfile { record.office }
}

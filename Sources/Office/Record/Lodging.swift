package import Mail

/// A lodgement at the door: what came in, under which key, through which channel.
package struct Lodging: Sendable {
    package let key: LodgementKey
    package let lodgement: Lodgement
    package let channel: Channel
    /// What reading it already showed to be wrong.
    package let findings: [Finding]

    package init(
        key: LodgementKey,
        lodgement: Lodgement,
        channel: Channel,
        findings: [Finding]
    ) {
        self.key = key
        self.lodgement = lodgement
        self.channel = channel
        self.findings = findings
    }
}

/// An item with the index of the entry that recorded it.
package struct RecordedItem: Sendable {
    package let record: ItemRecord
    package let entry: UInt64

    package init(record: ItemRecord, entry: UInt64) {
        self.record = record
        self.entry = entry
    }
}

/// What became of a lodgement.
package enum LodgeOutcome: Sendable {
    case lodged(RecordedItem)
    /// Lodged before with the same content: the same item.
    case replayed(RecordedItem)
    case refused([Finding])

    package var item: RecordedItem? {
        switch self {
        case .lodged(let item), .replayed(let item): item
        case .refused: nil
        }
    }
}

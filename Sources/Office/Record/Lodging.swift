package import Ledger
package import Mail

/// A lodgement at the door: what came in, under which key, through which channel.
package struct Lodging: Sendable {
    package let key: LodgementKey
    package let lodgement: Lodgement
    package let channel: Channel
    /// What reading it already showed to be wrong.
    package let findings: [Finding]
    /// Who asked and how; nothing for a file on the machine.
    package let request: LodgeRequest?

    package init(
        key: LodgementKey,
        lodgement: Lodgement,
        channel: Channel,
        findings: [Finding],
        request: LodgeRequest? = nil
    ) {
        self.key = key
        self.lodgement = lodgement
        self.channel = channel
        self.findings = findings
        self.request = request
    }
}

/// An item: its record in force, the entry that holds it, and where the item stands now.
package struct RecordedItem: Sendable {
    package let record: ItemRecord
    package let entry: UInt64
    /// The state now; the record's is that of its day.
    package let state: ItemState
    /// 1 when lodged, one more with each amendment.
    package let version: Int
    /// The entry of the last thing that happened to the item.
    package let changed: UInt64

    /// An item as it is when it is recorded.
    package init(record: ItemRecord, entry: UInt64) {
        self.record = record
        self.entry = entry
        state = record.state
        version = 1
        changed = entry
    }

    init(
        record: ItemRecord,
        entry: UInt64,
        state: ItemState,
        version: Int,
        changed: UInt64
    ) {
        self.record = record
        self.entry = entry
        self.state = state
        self.version = version
        self.changed = changed
    }

    /// An item as it stands.
    package init(record: ItemRecord, row: ItemRow) {
        self.record = record
        entry = row.entry
        state = row.state
        version = row.version
        changed = row.changed
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

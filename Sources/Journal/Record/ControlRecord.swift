/// What the journal records about itself, in plain: a closed set, versioned by `JournalFormat`.
///
/// None holds personal data; `posthorn-rescue` reads them all without any secret.
package enum ControlRecord: Hashable, Sendable {
    /// Entry 0 of every journal.
    case genesis(origin: String, format: UInt64, reader: String, time: UnixTime)
    /// A writer started; its number, drawn at random, also stands in its write-ahead segments.
    case incarnationBegun(number: UInt64, format: UInt64, reader: String, time: UnixTime)
    /// A data key exists, durably wrapped, and entries behind this one may be sealed with it.
    case epochOpened(Epoch, key: EpochKeyID, time: UnixTime)
    /// The month's keys are being destroyed; the last known copy dies at `complete`.
    case epochForgotten(Epoch, by: [String], complete: UnixTime, time: UnixTime)
    /// A file of `keys/` or of the escrow, by the SHA-256 of its bytes.
    case keyFileDigest(name: String, sha256: [UInt8], time: UnixTime)
    /// A font, subset, template or text that documents depend on.
    case assetDigest(name: String, sha256: [UInt8], bytes: UInt64, time: UnixTime)
    /// A desk snapshot made of all entries below `size`.
    case snapshotDigest(name: String, sha256: [UInt8], size: UInt64, time: UnixTime)
    /// Checkpoints behind this entry are signed with another key; both as note verifier keys.
    case signingKeyChanged(from: String, to: String, time: UnixTime)
    /// The office goes on from a restore: every secret of the life before has been replaced.
    ///
    /// Both lives as they lead the names of objects in a vault; the tree that was restored.
    case officeContinued(
        incarnation: String,
        after: String,
        size: UInt64,
        root: Digest,
        time: UnixTime
    )
    /// The clock moved by more than time passed: from what it was to what it is.
    case clockStepped(from: UnixTime, to: UnixTime)
}

extension ControlRecord {
    /// The text in field `record`.
    package var name: String {
        switch self {
        case .genesis: "genesis"
        case .incarnationBegun: "incarnation begun"
        case .epochOpened: "epoch opened"
        case .epochForgotten: "epoch forgotten"
        case .keyFileDigest: "key-file digest"
        case .assetDigest: "asset digest"
        case .snapshotDigest: "snapshot digest"
        case .signingKeyChanged: "signing key changed"
        case .officeContinued: "office continued"
        case .clockStepped: "clock stepped"
        }
    }

    /// The entry: kind 0, then canonical JSON.
    package var entry: [UInt8] { [EntryKind.control.rawValue] + json }
}

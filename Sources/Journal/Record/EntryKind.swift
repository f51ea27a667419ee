/// The first byte of every entry.
package enum EntryKind: UInt8, Hashable, Sendable {
    /// A control record in plain: canonical JSON follows.
    case control = 0
    /// A sealed entry: its version follows.
    case sealed = 1
    /// A piece of a sealed entry that is too large for one: number, count and bytes follow.
    case part = 2

    package init(of entry: some Collection<UInt8>) throws(RecordFlaw) {
        guard let byte = entry.first else { throw .empty }
        guard let kind = EntryKind(rawValue: byte) else { throw .unknownKind(byte) }
        self = kind
    }
}

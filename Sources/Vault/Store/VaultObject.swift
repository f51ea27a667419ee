/// Bytes that are to stand under a name, for ever the same.
package struct VaultObject: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]
    package var term: LockTerm

    package init(_ name: String, _ bytes: [UInt8], term: LockTerm) {
        self.name = name
        self.bytes = bytes
        self.term = term
    }
}

/// How long a store is asked to keep an object from everybody.
package enum LockTerm: Hashable, Sendable {
    /// Not at all: what only makes the vault readable as a log.
    case none
    /// Write-ahead segments: their entries are in bundles long before this is over.
    case segment
    /// Everything that history consists of.
    case history

    /// Days behind the moment of writing.
    package var days: Int {
        switch self {
        case .none: 0
        case .segment: RetentionTerm.segmentDays
        case .history: RetentionTerm.historyDays
        }
    }
}

/// Names of a listing in the order of their bytes.
package struct VaultPage: Hashable, Sendable {
    package var names: [String]
    /// False when there may be more behind the last name.
    package var isLast: Bool

    package init(names: [String], isLast: Bool) {
        self.names = names
        self.isLast = isLast
    }
}

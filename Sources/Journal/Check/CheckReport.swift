/// Something in a journal that is not as it was written.
package struct CheckFinding: Hashable, Sendable {
    package enum Code: String, Hashable, CaseIterable, Sendable {
        /// The checkpoint is not signed by whom it should be, or not readable.
        case checkpoint
        /// The tiles do not give the root that the checkpoint signs.
        case root
        /// An entry is not the one whose hash is in the tree.
        case entry
        /// A hash tile is not the one whose root is in the tree.
        case tile
        /// A file of the tree is not there.
        case missing
        /// A write-ahead file is damaged.
        case wal
        /// A file or folder that no writer of this format leaves.
        case unaccounted
        /// Too few witnesses of the policy have cosigned the checkpoint.
        case quorum
    }

    package var code: Code
    package var path: String
    /// The first entry that is affected, where one can be named.
    package var index: EntryIndex?
    /// Both sides: what was expected, what was found.
    package var detail: String

    init(_ code: Code, _ path: String, at index: EntryIndex? = nil, _ detail: String) {
        self.code = code
        self.path = path
        self.index = index
        self.detail = detail
    }
}

/// What a check found; the journal is whole when there are no findings.
package struct CheckReport: Hashable, Sendable {
    package var origin = ""
    /// The published tree.
    package var size = TreeSize.zero
    package var root = TreeHash.empty
    /// Whole, signed entries behind the published tree.
    package var tailEntries = 0
    /// Every one was hashed.
    package var entries: UInt64 = 0
    package var bytes: UInt64 = 0
    /// By place in the journal, then by path.
    package var findings: [CheckFinding] = []
    /// What a crash left that the next start clears away.
    package var leftovers: [String] = []
    package var identityIsProven = false
    /// How much is back of a history that is still on its way; nil when all of it is here.
    package var history: HistoryProgress?
    /// Times of valid cosignatures by witness, when a policy names them.
    package var cosignatures: [String: UInt64] = [:]

    package var isWhole: Bool { findings.isEmpty }

    mutating func sort() {
        leftovers.sort()
        findings.sort {
            ($0.index?.value ?? .max, $0.path, $0.detail)
                < ($1.index?.value ?? .max, $1.path, $1.detail)
        }
    }
}

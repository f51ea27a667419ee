/// Sizes and times of vaulting; constants of a run.
package enum VaultLimits {
    /// Names that are asked for at a time; S3 gives no more.
    package static let page = 1_000
    /// The most that one object of segments holds, unless a single segment is larger.
    package static let segmentBytes = 4 << 20
    /// Full bundles, with their hash tiles, that are put together.
    package static let bundlesAtOnce = 32
    /// A checkpoint by size and the hint: at most one in this many seconds.
    package static let checkpointSeconds: Int64 = 60
    /// The most that a start takes back from a vault in one piece.
    package static let adoptionBytes = 256 << 20
    /// A vault is asked this often whether it still has its key, its newest bundle and its hint.
    package static let auditSeconds: Int64 = 900
    /// What is due by time is looked at this often.
    package static let tickMilliseconds = 1_000
    /// How far a copy that nobody waits for may lag: what comes meanwhile goes out in one object.
    package static let gatherMilliseconds = 250
    /// Waits behind failures: the first, doubled up to the last.
    package static let firstRetryMilliseconds = 200
    package static let lastRetryMilliseconds = 30_000
    /// How long a caller waits for vaults before it is told to try again.
    package static let promiseMilliseconds = 5_000
}

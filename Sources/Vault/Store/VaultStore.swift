package import Journal

/// A place for write-once copies, whatever it is made of.
///
/// Three stores: a directory, S3 with Object Lock, and the one in memory that tests break. Another
/// office over tlog-mirror will be the next. Names are paths of ASCII without `.` and `..`.
package protocol VaultStore: Sendable {
    /// What people call it in messages.
    var name: String { get }

    /// Whether a copy here is outside the office's hands at all; the embedded one never is.
    var isOutside: Bool { get }

    /// Puts objects and returns when every one of them has been read back and is the same.
    ///
    /// They may land in any order: when this throws, any of them may be there.
    /// - Throws: `different_bytes` where a name holds other bytes only.
    func put(_ objects: [VaultObject]) async throws(VaultFault)

    /// All that stands under a name, each distinct content once, the oldest first.
    ///
    /// What was put later over the same name, or a mark that it is deleted, hides nothing.
    func copies(of name: String) async throws(VaultFault) -> [[UInt8]]

    /// Whether there is anything under a name, hidden or not.
    func holds(_ name: String) async throws(VaultFault) -> Bool

    /// Names that start with `prefix`, in the order of their bytes, behind `after`.
    func list(
        _ prefix: String,
        after: String?,
        limit: Int
    ) async throws(VaultFault) -> VaultPage

    /// Names that start with `prefix` and that somebody has marked as deleted; what lies behind the
    /// marks is read all the same.
    func marks(_ prefix: String) async throws(VaultFault) -> [String]

    /// Puts the bytes of the one mutable name, which nobody may rely on.
    func replaceHint(_ name: String, with bytes: [UInt8]) async throws(VaultFault)

    /// Lets go of what a newer hint has made needless, where the store lets anybody do that.
    func retire(_ names: [String]) async

    /// When the lock on a name ends; nil where the store has no locks.
    func lockEnd(of name: String) async throws(VaultFault) -> UnixTime?

    /// Moves the end of a lock; it never comes nearer.
    func extendLock(of name: String, to end: UnixTime) async throws(VaultFault)

    /// The time by the store's own clock; nil where it has none of its own.
    func time() async throws(VaultFault) -> UnixTime?

    /// Tries to make an object unreadable by every means that the office's credential has.
    ///
    /// Returns what worked, in words; nothing is what a vault is for.
    func attack(_ name: String) async throws(VaultFault) -> [String]
}

extension VaultStore {
    /// None, where a store knows no such marks.
    package func marks(_ prefix: String) async throws(VaultFault) -> [String] { [] }

    /// Every name that starts with `prefix`.
    package func names(_ prefix: String) async throws(VaultFault) -> [String] {
        var names: [String] = []
        while true {
            let page = try await list(prefix, after: names.last, limit: VaultLimits.page)
            names += page.names
            if page.isLast { return names }
        }
    }
}

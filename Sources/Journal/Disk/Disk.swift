/// A name in a folder.
package struct DiskName: Hashable, Sendable {
    package var name: String
    package var isFolder: Bool

    package init(name: String, isFolder: Bool) {
        self.name = name
        self.isFolder = isFolder
    }
}

/// A file that is to stand at a path for ever.
package struct NewFile: Hashable, Sendable {
    package var path: String
    package var bytes: [UInt8]

    package init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A file whose bytes are durable in `staging/` and that has no name yet.
package struct StagedFile: Hashable, Sendable {
    package var staging: String
    package var path: String

    package init(staging: String, path: String) {
        self.staging = staging
        self.path = path
    }
}

/// The few things a journal asks of a disk.
///
/// Paths are relative to the journal's folder.
///
/// Two stores: `PosixDisk`, and the simulation's, which tears, loses and misdirects writes.
package protocol Disk: Sendable {
    /// The names in a folder in no order; none when there is no such folder.
    func list(_ folder: String) throws(JournalFault) -> [DiskName]

    /// The whole file, or nil when there is none.
    func read(_ path: String) throws(JournalFault) -> [UInt8]?

    /// At most `count` bytes from an offset; fewer only where the file ends.
    func read(_ path: String, from offset: Int, count: Int) throws(JournalFault) -> [UInt8]

    /// Makes bytes durable without giving them their name, so that they can be read back first.
    func stage(_ files: [NewFile]) throws(JournalFault) -> [StagedFile]

    /// Gives staged files their names, durably.
    ///
    /// A name that already stands with the same bytes is fine; with other bytes it is a fault.
    func publish(_ files: [StagedFile]) throws(JournalFault)

    /// Puts bytes in place of a mutable file: after a crash the old or the new stand, durably.
    func replace(_ path: String, with bytes: [UInt8]) throws(JournalFault)

    /// Removes files and empty folders that need not be there; what is absent is fine.
    ///
    /// Not durable: a crash may bring them back, so they must do no harm.
    func remove(_ paths: [String]) throws(JournalFault)

    /// A new, empty file to append to; its name is durable.
    func createAppendFile(_ path: String) throws(JournalFault) -> any AppendFile

    /// Keeps a second writer out for as long as the lock lives.
    func lock() throws(JournalFault) -> any DiskLock
}

/// A file that one owner writes and makes durable.
package protocol AppendFile: Sendable {
    func write(_ bytes: [UInt8], at offset: Int) throws(JournalFault)

    /// All that was written is on the disk when this returns. After a failure nothing is known:
    /// a second try may report success for bytes that are lost, so there is none.
    func sync() throws(JournalFault)
}

/// Held while a writer lives; letting go of it unlocks.
package protocol DiskLock: Sendable {
    func release()
}

/// The same folder, read from the disk and not from memory: for whoever looks for damage.
///
/// What was written a moment ago stands in memory as it should be, whatever the disk has made of it.
struct UncachedDisk: Disk {
    private let disk: PosixDisk

    init(_ disk: PosixDisk) {
        self.disk = disk
    }

    func list(_ folder: String) throws(JournalFault) -> [DiskName] { try disk.list(folder) }

    func read(_ path: String) throws(JournalFault) -> [UInt8]? { try disk.readUncached(path) }

    func read(_ path: String, from offset: Int, count: Int) throws(JournalFault) -> [UInt8] {
        try disk.read(path, from: offset, count: count)
    }

    func stage(_ files: [NewFile]) throws(JournalFault) -> [StagedFile] { try disk.stage(files) }

    func publish(_ files: [StagedFile]) throws(JournalFault) { try disk.publish(files) }

    func replace(_ path: String, with bytes: [UInt8]) throws(JournalFault) {
        try disk.replace(path, with: bytes)
    }

    func remove(_ paths: [String]) throws(JournalFault) { try disk.remove(paths) }

    func createAppendFile(_ path: String) throws(JournalFault) -> any AppendFile {
        try disk.createAppendFile(path)
    }

    func lock() throws(JournalFault) -> any DiskLock { try disk.lock() }
}

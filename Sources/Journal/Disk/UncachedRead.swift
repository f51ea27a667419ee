import Glibc

extension PosixDisk {
    /// The whole file as the disk has it, or nil when there is none.
    ///
    /// What was written a moment ago is in memory too, and a comparison with that proves nothing:
    /// the pages, which a sync has made clean, are dropped first.
    package func readUncached(_ path: String) throws(JournalFault) -> [UInt8]? {
        let file = PosixCalls.open(root + "/" + path, O_RDONLY)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw PosixCalls.fault("open", path)
        }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw PosixCalls.fault("fstat", path) }
        // Advice only: a file system that does not take it gives what it has in memory.
        _ = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        return try PosixCalls.read(file, from: 0, count: Int(status.st_size), path: path)
    }
}

import Glibc

/// A folder that is filled in bulk and made durable once, when it is complete.
///
/// A journal written file by file would wait for the disk a hundred thousand times. Nobody may rely
/// on what lies here before `finish` has returned: after a crash every byte is checked again.
package struct BulkFolder: Sendable {
    package let disk: PosixDisk

    package init(root: String) throws(JournalFault) {
        disk = PosixDisk(root: root)
        try disk.makeFolder("")
    }

    /// Puts a file at its path, unless the same bytes stand there.
    package func write(_ file: NewFile) throws(JournalFault) {
        if try disk.read(file.path) == file.bytes { return }
        do throws(JournalFault) {
            try disk.writeResult(file)
        } catch {
            guard let slash = file.path.lastIndex(of: "/") else { throw error }
            try disk.makeFolder(String(file.path[..<slash]))
            try disk.writeResult(file)
        }
    }

    /// Waits until the files are on the disk, and only then gives the folder its name.
    ///
    /// `sync` writes everything in one go and reports nothing; asking for each file behind it costs
    /// little and tells whether one was lost on the way.
    package func finish(_ paths: [String], movingTo path: String) throws(JournalFault) {
        sync()
        for file in paths {
            let descriptor = PosixCalls.open(disk.root + "/" + file, O_RDONLY)
            guard descriptor >= 0 else { throw PosixCalls.fault("open", file) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw PosixCalls.fault("fsync", file) }
        }
        // A crash here leaves the whole folder under its old name; the next run checks it again.
        guard unsafe rename(disk.root, path) == 0 else { throw PosixCalls.fault("rename", path) }
        sync()
    }
}

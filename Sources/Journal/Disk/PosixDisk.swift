import Glibc

/// The journal's folder on a local file system.
///
/// The only file that knows `fsync`, `fdatasync`, `link` and `rename`. What the kernel sees:
///
/// ```
/// append   pwrite(wal) fdatasync(wal)                       zeros ahead of it, 1 to 16 MiB a time
/// stage    open(staging/N, O_CREAT|O_EXCL) pwrite            for each file, then
///          fdatasync close                                   for each file
/// publish  link(staging/N, path) unlink(staging/N)           for each file; ENOENT: mkdir fsync
///          open(folder) fsync close                          once for each folder
/// replace  stage, rename(staging/N, path), fsync(folder)
/// remove   unlink or rmdir                                   no fsync: it may come back
/// ```
package struct PosixDisk: Disk {
    package let root: String
    /// Whether only the owner may read: for keys.
    private let isPrivate: Bool

    package init(root: String, isPrivate: Bool = false) {
        self.root = root
        self.isPrivate = isPrivate
    }

    private var fileMode: mode_t { isPrivate ? 0o600 : 0o644 }

    private static let staging = "staging"

    private func absolute(_ path: String) -> String {
        path.isEmpty ? root : root + "/" + path
    }

    private func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    package func list(_ folder: String) throws(JournalFault) -> [DiskName] {
        guard let stream = unsafe opendir(absolute(folder)) else {
            if errno == ENOENT { return [] }
            throw PosixCalls.fault("opendir", folder)
        }
        defer { unsafe closedir(stream) }
        var names: [DiskName] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            guard name != ".", name != ".." else { continue }
            let kind = unsafe Int32(entry.pointee.d_type)
            names.append(DiskName(name: name, isFolder: kind == Int32(DT_DIR)))
        }
        guard errno == 0 else { throw PosixCalls.fault("readdir", folder) }
        return names
    }

    package func read(_ path: String) throws(JournalFault) -> [UInt8]? {
        let file = PosixCalls.open(absolute(path), O_RDONLY)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw PosixCalls.fault("open", path)
        }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw PosixCalls.fault("fstat", path) }
        return try PosixCalls.read(file, from: 0, count: Int(status.st_size), path: path)
    }

    package func read(
        _ path: String,
        from offset: Int,
        count: Int
    ) throws(JournalFault) -> [UInt8] {
        let file = PosixCalls.open(absolute(path), O_RDONLY)
        guard file >= 0 else { throw PosixCalls.fault("open", path) }
        defer { close(file) }
        return try PosixCalls.read(file, from: offset, count: count, path: path)
    }

    /// A file whose size the kernel does not tell, as in `/proc`.
    func readAll(_ path: String) throws(JournalFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read(path, from: bytes.count, count: 65_536)
            guard !more.isEmpty else { return bytes }
            bytes += more
        }
    }

    package func stage(_ files: [NewFile]) throws(JournalFault) -> [StagedFile] {
        try makeFolder(PosixDisk.staging)
        var open: [Int32] = []
        defer { for file in open { close(file) } }
        var staged: [StagedFile] = []
        for (number, new) in files.enumerated() {
            let path = "\(PosixDisk.staging)/\(number)"
            // A crash between link and unlink leaves two names of one file here; writing over the
            // first would change the second.
            try remove([path])
            let file = PosixCalls.open(absolute(path), O_WRONLY | O_CREAT | O_EXCL, mode: fileMode)
            guard file >= 0 else { throw PosixCalls.fault("open", path) }
            open.append(file)
            try PosixCalls.write(file, new.bytes, at: 0, path: path)
            staged.append(StagedFile(staging: path, path: new.path))
        }
        // All are written before the first is waited for: the disk takes them together.
        for (number, file) in open.enumerated() where fdatasync(file) != 0 {
            throw PosixCalls.fault("fdatasync", staged[number].staging)
        }
        return staged
    }

    package func publish(_ files: [StagedFile]) throws(JournalFault) {
        var folders: Set<String> = []
        for file in files {
            try publish(file)
            folders.insert(folder(of: file.path))
        }
        for folder in folders { try syncFolder(folder) }
    }

    private func publish(_ file: StagedFile) throws(JournalFault) {
        for _ in 0..<2 {
            if unsafe link(absolute(file.staging), absolute(file.path)) == 0 {
                return try remove([file.staging])
            }
            switch errno {
            case ENOENT: try makeFolder(folder(of: file.path))
            case EEXIST: return try keepSame(file)
            default: throw PosixCalls.fault("link", file.path)
            }
        }
        throw PosixCalls.fault("link", file.path, errno: ENOENT)
    }

    /// An earlier run got this far: fine when it wrote the same bytes.
    private func keepSame(_ file: StagedFile) throws(JournalFault) {
        let new = try read(file.staging)
        let old = try read(file.path)
        guard new == old else {
            throw JournalFault(
                .differentBytes,
                path: file.path,
                "expected the \(new?.count ?? 0) bytes that belong here, found \(old?.count ?? 0) others",
                hint: "run `posthorn-rescue verify` on the journal, then restore from a vault"
            )
        }
        try remove([file.staging])
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(JournalFault) {
        for file in try stage([NewFile(path, bytes)]) {
            guard unsafe rename(absolute(file.staging), absolute(path)) == 0 else {
                throw PosixCalls.fault("rename", path)
            }
        }
        try syncFolder(folder(of: path))
    }

    package func remove(_ paths: [String]) throws(JournalFault) {
        for path in paths {
            var failed = unsafe unlink(absolute(path)) != 0
            if failed && errno == EISDIR {
                failed = unsafe rmdir(absolute(path)) != 0 && errno != ENOTEMPTY
            }
            if failed && errno != ENOENT { throw PosixCalls.fault("unlink", path) }
        }
    }

    package func createAppendFile(_ path: String) throws(JournalFault) -> any AppendFile {
        try makeFolder(folder(of: path))
        let file = PosixCalls.open(absolute(path), O_RDWR | O_CREAT | O_EXCL)
        guard file >= 0 else { throw PosixCalls.fault("open", path) }
        let append = PosixAppendFile(file: file, path: path)
        try syncFolder(folder(of: path))
        return append
    }

    package func lock() throws(JournalFault) -> any DiskLock {
        try PosixLock(folder: root)
    }

    /// Writes a file that may be written again: nothing of the journal.
    package func writeResult(_ file: NewFile) throws(JournalFault) {
        let descriptor = PosixCalls.open(absolute(file.path), O_WRONLY | O_CREAT | O_TRUNC)
        guard descriptor >= 0 else { throw PosixCalls.fault("open", file.path) }
        defer { close(descriptor) }
        try PosixCalls.write(descriptor, file.bytes, at: 0, path: file.path)
    }

    /// Makes a folder and those above it, each durable in its parent.
    package func makeFolder(_ path: String) throws(JournalFault) {
        if unsafe mkdir(absolute(path), isPrivate ? 0o700 : 0o755) == 0 {
            return path.isEmpty ? () : try syncFolder(folder(of: path))
        }
        switch errno {
        case EEXIST: return
        case ENOENT where !path.isEmpty:
            try makeFolder(folder(of: path))
            try makeFolder(path)
        default: throw PosixCalls.fault("mkdir", path)
        }
    }

    /// Makes removals in a folder durable.
    package func syncFolder(_ path: String) throws(JournalFault) {
        let file = PosixCalls.open(absolute(path), O_RDONLY | O_DIRECTORY)
        guard file >= 0 else { throw PosixCalls.fault("open", path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw PosixCalls.fault("fsync", path) }
    }
}

/// The write-ahead file: one descriptor, closed with its last reference.
final class PosixAppendFile: AppendFile {
    private let file: Int32
    private let path: String

    init(file: Int32, path: String) {
        self.file = file
        self.path = path
    }

    deinit {
        close(file)
    }

    func write(_ bytes: [UInt8], at offset: Int) throws(JournalFault) {
        try PosixCalls.write(file, bytes, at: offset, path: path)
    }

    func sync() throws(JournalFault) {
        guard fdatasync(file) == 0 else { throw PosixCalls.fault("fdatasync", path) }
    }
}

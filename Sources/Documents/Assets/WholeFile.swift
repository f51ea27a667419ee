import Glibc

/// Reading and writing of whole files: all the disk that `Documents` knows.
enum WholeFile {
    /// The bytes of a file, or nil and `errno` when it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard unsafe fstat(file, &facts) == 0, facts.st_size > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        var count = 0
        while count < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    file,
                    buffer.baseAddress?.advanced(by: count),
                    buffer.count - count
                )
            }
            guard got > 0 else { return nil }
            count += got
        }
        return bytes
    }

    /// Writes a file that either has all its bytes or does not exist under this name.
    ///
    /// A crash before the rename leaves `path` absent and a `.part` beside it, which the next
    /// write of the same file replaces.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let part = path + ".part"
        let file = unsafe open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        var count = 0
        while count < bytes.count {
            let put = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    file,
                    buffer.baseAddress?.advanced(by: count),
                    buffer.count - count
                )
            }
            guard put > 0 else {
                close(file)
                return false
            }
            count += put
        }
        guard fsync(file) == 0, close(file) == 0 else { return false }
        return unsafe rename(part, path) == 0
    }

    static func exists(_ path: String) -> Bool {
        unsafe access(path, R_OK) == 0
    }

    /// Makes a directory and those above it; true when it is there afterwards.
    static func makeDirectory(_ path: String) -> Bool {
        if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex
        else { return false }
        guard makeDirectory(String(path[..<slash])) else { return false }
        return unsafe mkdir(path, 0o755) == 0 || errno == EEXIST
    }
}

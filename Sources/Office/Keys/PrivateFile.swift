import Glibc

/// A file that only its owner may read, written once and never over another.
enum PrivateFile {
    /// - Throws: ``OfficeFault`` `file_system`, also where a file of that name lies already.
    static func write(_ bytes: [UInt8], to path: String) throws(OfficeFault) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputFolder.fault("write", path) }
        defer { close(descriptor) }
        try OutputFolder.write(bytes, to: descriptor, path)
    }
}

import Glibc

/// A folder that documents are written to.
///
/// What lies there can be written again from the journal at any time, so nothing is synced; a file
/// that a crash cut short is written anew when its item is lodged or printed again.
package struct OutputFolder: Sendable {
    package let path: String

    /// Makes the folder, and those above it, where they are missing.
    package init(_ path: String) throws(OfficeFault) {
        self.path = path
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            guard unsafe mkdir(made, 0o777) == 0 || errno == EEXIST else {
                throw Self.fault("make the folder", made)
            }
        }
    }

    package func write(_ bytes: [UInt8], to name: String) throws(OfficeFault) {
        let file = path + "/" + name
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.fault("write", file) }
        defer { close(descriptor) }
        try Self.write(bytes, to: descriptor, file)
    }

    static func write(
        _ bytes: [UInt8],
        to descriptor: Int32,
        _ file: String
    ) throws(OfficeFault) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor,
                    $0.baseAddress?.advanced(by: written),
                    $0.count - written
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault("write", file) }
            written += count
        }
    }

    static func fault(_ verb: String, _ path: String) -> OfficeFault {
        let reason = unsafe String(cString: strerror(errno))
        return OfficeFault(
            .fileSystem,
            "could not \(verb) \(path): \(reason)",
            hint: "see that the folder can be written to and the disk is not full"
        )
    }
}

import Glibc

/// Reads a file of the disk in chunks: the only place where intake touches one.
package final class FileBytes {
    private let descriptor: Int32
    private let path: String
    private let chunkSize: Int

    /// - Throws: ``FileFault`` when the file cannot be opened or is a folder.
    package init(path: String, chunkSize: Int = 65_536) throws(FileFault) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path: path, doing: "open", number: errno) }
        self.path = path
        self.chunkSize = chunkSize
    }

    deinit { close(descriptor) }

    /// - Throws: ``FileFault`` when the disk does not give what the file has.
    package func next() throws(FileFault) -> [UInt8]? {
        while true {
            var count = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, filled in
                count = unsafe read(descriptor, buffer.baseAddress, chunkSize)
                filled = max(0, count)
            }
            if count > 0 { return chunk }
            if count == 0 { return nil }
            guard errno == EINTR else { throw FileFault(path: path, doing: "read", number: errno) }
        }
    }

    /// This file as a source that lives as long as the closure.
    package var source: ChunkSource { { try self.next() } }
}

/// A file that cannot be opened or read.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let doing: String
    /// The system's error number.
    package let number: Int32

    package var description: String {
        let reason = unsafe String(cString: strerror(number)).lowercased()
        return "cannot \(doing) '\(path)': \(reason)"
    }

    package var hint: String {
        switch number {
        case ENOENT: "check the name and the folder you are in"
        case EISDIR: "name a file in that folder"
        case EACCES: "ask for the right to read it, or run as someone who has it"
        default: "copy the file to a healthy disk and run again"
        }
    }
}

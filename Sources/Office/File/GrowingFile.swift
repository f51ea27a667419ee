import Glibc
import Synchronization

/// A file that is written from front to back under another name, and gets its own when it is whole.
///
/// So a file that a crash cut short is never taken for a whole one.
package final class GrowingFile: Sendable {
    private let descriptor: Int32
    private let temporary: String
    private let path: String
    private let isOpen = Mutex(true)

    /// - Throws: ``OfficeFault`` `file_system`.
    package init(_ folder: OutputFolder, _ name: String) throws(OfficeFault) {
        path = folder.path + "/" + name
        temporary = folder.path + "/." + name + ".part"
        descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputFolder.fault("write", temporary) }
    }

    deinit {
        // Never finished: what is there is not whole, and nobody needs it.
        if isOpen.withLock(\.self) {
            close(descriptor)
            unsafe unlink(temporary)
        }
    }

    package func write(_ bytes: [UInt8]) throws(OfficeFault) {
        try OutputFolder.write(bytes, to: descriptor, temporary)
    }

    /// Gives the file its name.
    package func finish() throws(OfficeFault) {
        isOpen.withLock { $0 = false }
        close(descriptor)
        guard unsafe rename(temporary, path) == 0 else { throw OutputFolder.fault("name", path) }
    }
}

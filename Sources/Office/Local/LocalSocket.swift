import Glibc

/// The socket of a served office in its data directory, by a path that a socket address holds.
///
/// A socket's address has room for 107 bytes of path. Where an office lies deeper, its directory is
/// opened and the socket is reached through it.
package final class LocalSocket: Sendable {
    package let path: String
    private let folder: Int32?

    private static let limit = 107

    /// - Throws: ``OfficeFault`` `file_system` when the directory cannot be opened.
    package init(_ directory: OfficeDirectory) throws(OfficeFault) {
        guard directory.socket.utf8.count > Self.limit else {
            path = directory.socket
            folder = nil
            return
        }
        let descriptor = unsafe open(directory.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputFolder.fault("open", directory.root) }
        path = "/proc/self/fd/\(descriptor)/\(OfficeDirectory.socketName)"
        folder = descriptor
    }

    deinit {
        if let folder { close(folder) }
    }

    /// Whether somebody listens.
    package var isServed: Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, size) == 0
            }
        }
    }

    /// Keeps everybody but this user out.
    package func protect() {
        _ = unsafe chmod(path, 0o600)
    }

    /// Takes the name away, so that nobody tries to reach an office that is not served.
    package func remove() {
        _ = unsafe unlink(path)
    }
}

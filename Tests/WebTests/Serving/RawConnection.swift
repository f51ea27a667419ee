import Glibc

/// A connection that says exactly what it is told to, as no well-behaved client does.
final class RawConnection {
    private let descriptor: Int32

    init?(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isOpen = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, size) == 0
            }
        }
        guard isOpen else { return nil }
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = unsafe Glibc.send(
                descriptor,
                bytes.baseAddress,
                bytes.count,
                Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL))
            )
        }
    }

    /// All that comes until the other side closes, or until that text has come.
    func read(until end: String? = nil) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
            }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

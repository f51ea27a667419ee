import Glibc
import NIOCore

/// Asks the machine's resolver; it blocks.
enum HostAddresses {
    struct Unresolved: Error {}

    /// Every address of a name, in the resolver's order: one of many that is forbidden is enough
    /// to refuse the name.
    static func all(of host: String, port: Int) throws -> [SocketAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0 else {
            throw Unresolved()
        }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [SocketAddress] = []
        var next = unsafe list
        while let info = unsafe next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let status = unsafe getnameinfo(
                info.pointee.ai_addr,
                info.pointee.ai_addrlen,
                &text,
                socklen_t(text.count),
                nil,
                0,
                NI_NUMERICHOST
            )
            let numeric = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            if status == 0 {
                addresses.append(
                    try SocketAddress(
                        ipAddress: String(decoding: numeric, as: UTF8.self),
                        port: port
                    )
                )
            }
            unsafe next = info.pointee.ai_next
        }
        return addresses
    }
}

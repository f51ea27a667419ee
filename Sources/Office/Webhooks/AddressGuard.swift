import CNIOLinux
import Glibc
import NIOCore

/// Which network addresses an outsider may have this office send to.
///
/// A webhook's address is anybody's who has a key; without a guard it would reach the services of
/// the office's own network that trust whoever is inside it.
struct AddressGuard: Sendable {
    let allowsPrivate: Bool

    /// IANA's special-purpose registries (RFC 6890, as of 2025-11), and multicast.
    private static let forbidden: [Network] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Of IPv6 what is no global unicast at all, then what is special within it.
        "::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ]
    .compactMap(Network.init)

    func allows(_ address: SocketAddress) -> Bool {
        if allowsPrivate { return true }
        guard let bytes = address.addressBytes else { return false }
        return !Self.forbidden.contains { $0.contains(bytes) }
    }
}

/// A range of addresses, written `10.0.0.0/8`.
private struct Network: Sendable {
    private let bytes: [UInt8]
    private let length: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let length = Int(parts[1]),
            let address = try? SocketAddress(ipAddress: String(parts[0]), port: 0),
            let bytes = address.addressBytes
        else { return nil }
        self.bytes = bytes
        self.length = length
    }

    func contains(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        for bit in 0..<length where (address[bit / 8] ^ bytes[bit / 8]) >> (7 - bit % 8) & 1 == 1 {
            return false
        }
        return true
    }
}

extension SocketAddress {
    /// The 4 or 16 bytes of the address; nothing for a path.
    ///
    /// An IPv4 address that is wrapped into an IPv6 one (`::ffff:10.0.0.1`) lies in `::/3`.
    fileprivate var addressBytes: [UInt8]? {
        switch self {
        case .v4(let address):
            unsafe withUnsafeBytes(of: address.address.sin_addr) { unsafe Array($0) }
        case .v6(let address):
            unsafe withUnsafeBytes(of: address.address.sin6_addr) { unsafe Array($0) }
        case .unixDomainSocket: nil
        }
    }
}

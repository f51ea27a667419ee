import Foundation
import Glibc

/// Connections to an office whose requests never end: a third begins a head, a third a body, and a
/// third breaks off in the middle of one.
final class Strangers: Sendable {
    private let sockets: [Int32]

    init(_ count: Int, at address: String) throws {
        let port = UInt16(URL(string: address)?.port ?? 0)
        var sockets: [Int32] = []
        for number in 0..<count {
            guard let socket = Self.connect(port) else { continue }
            let head =
                "POST /v1/items HTTP/1.1\r\nHost: office\r\nContent-Type: application/json\r\n"
            let text = number % 3 == 0 ? head : head + "Content-Length: 9999\r\n\r\n{\"reference\":"
            let bytes = Array(text.utf8)
            _ = unsafe bytes.withUnsafeBytes {
                unsafe send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if number % 3 == 2 { close(socket) } else { sockets.append(socket) }
        }
        self.sockets = sockets
    }

    func leave() { for socket in sockets { close(socket) } }

    private static func connect(_ port: UInt16) -> Int32? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(descriptor, $0, size) == 0
            }
        }
        if isOpen { return descriptor }
        close(descriptor)
        return nil
    }
}

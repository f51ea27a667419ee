import NIOCore
import Testing

@testable import Office

@Suite("AddressGuard")
struct AddressGuardTests {
    @Test(
        "keeps webhooks out of the office's own network",
        arguments: [
            "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
            "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8",
            "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
            "::ffff:8.8.8.8", "64:ff9b::7f00:1", "fc00::1", "fd12:3456::1", "fe80::1", "ff02::1",
            "2001:db8::1", "2001::1", "2002:7f00:1::", "fec0::1", "100::1", "5f00::1", "3fff::1",
        ]
    )
    func refuses(_ address: String) throws {
        let address = try SocketAddress(ipAddress: address, port: 443)
        #expect(!AddressGuard(allowsPrivate: false).allows(address))
        #expect(AddressGuard(allowsPrivate: true).allows(address))
    }

    @Test(
        "lets them out into the world",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
            "192.169.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001::1",
            "2001:200::1", "2003::1",
        ]
    )
    func allows(_ address: String) throws {
        let address = try SocketAddress(ipAddress: address, port: 443)
        #expect(AddressGuard(allowsPrivate: false).allows(address))
    }

    @Test(
        "reads addresses of webhooks",
        arguments: [
            ("https://shop.example/hook", "shop.example", 443),
            ("http://shop.example:8080/hook?a=b", "shop.example", 8080),
            ("https://[2001:db8::1]/h", "2001:db8::1", 443), ("HTTPS://10.0.0.1", "10.0.0.1", 443),
        ]
    )
    func reads(_ url: String, _ host: String, _ port: Int) throws {
        let target = try #require(WebhookTarget(url))
        #expect(target.host == host)
        #expect(target.port == port)
    }

    @Test(
        "refuses what is no address of a webhook",
        arguments: [
            "", "shop.example", "ftp://shop.example", "https://", "https:///path",
            "https://ada:secret@shop.example/", "https://shop.example/#part", "https://a b/",
            "https://shop.example:0/", "https://shop.example:70000/", "file:///etc/passwd",
            "https://shop.example/\u{1F4A9}", "gopher://shop.example/",
        ]
    )
    func refusesAddress(_ url: String) {
        #expect(WebhookTarget(url) == nil)
    }
}

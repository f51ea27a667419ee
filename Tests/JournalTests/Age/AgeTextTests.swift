import Testing

@testable import Journal

/// How age spells keys and bytes.
@Suite struct AgeTextTests {
    /// From the age format's public suite.
    static let secret =
        "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"

    @Test("an identity is spelt as it was read, and hides in descriptions")
    func identity() throws {
        let identity = try AgeIdentity(Self.secret)
        #expect(identity.secretText == Self.secret)
        #expect(try AgeRecipient("\(identity.recipient)") == identity.recipient)
        #expect(!"\(identity)".contains("SECRET"))
        #expect(!String(reflecting: identity).contains("SECRET"))
    }

    @Test(
        "a text that is not exactly an identity is refused",
        arguments: [
            "", "AGE-SECRET-KEY-1", secret.lowercased(), String(secret.dropLast()),
            secret.replacing("EGTZ", with: "EGTY"), secret.replacing("AGE-", with: "Age-"),
        ]
    )
    func refusedIdentity(text: String) {
        #expect(throws: AgeFlaw.self) { try AgeIdentity(text) }
    }

    @Test("lists skip comments and empty lines")
    func lists() throws {
        let identity = try AgeIdentity(Self.secret)
        let text = "# office\n\n\(identity.recipient)\n"
        #expect(try AgeRecipient.list(text) == [identity.recipient])
        #expect(try AgeIdentity.list("# x\n\(Self.secret)\n") == [identity])
    }

    @Test("base64 has one text for every byte string", arguments: 0..<10)
    func base64(count: Int) {
        let bytes = RandomSource.system.bytes(count)
        for padded in [true, false] {
            let text = AgeBase64.encode(bytes, padded: padded)
            #expect(AgeBase64.decode(text, padded: padded) == bytes)
        }
    }

    @Test(
        "base64 in another spelling is refused",
        arguments: ["QR", "Q", "QQ==", "Q Q", "QQ\n", "-_"]
    )
    func refusedBase64(text: String) {
        #expect(AgeBase64.decode(text.utf8, padded: false) == nil)
    }
}

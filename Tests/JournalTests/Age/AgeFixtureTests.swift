import Crypto
import FoundationEssentials
import Testing

@testable import Journal

/// The age format's public test suite; each file states its own verdict.
@Suite struct AgeFixtureTests {
    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(Fixtures.crypto)/age"))?.sorted()
        ?? []

    @Test("every case gives its verdict", .enabled(if: !names.isEmpty), arguments: names)
    func verdict(name: String) throws {
        let fixture = try AgeCase(name)
        let verdict = fixture.run()
        if name.hasPrefix("scrypt_") || name.hasPrefix("hybrid_") {
            // What we do not support is refused as such, unless it is malformed for everybody.
            let refused = verdict == "unsupported recipient" || verdict == "unsupported identity"
            #expect(refused || verdict == fixture.expected, "\(verdict)")
        } else {
            #expect(verdict == fixture.expected)
        }
    }

    @Test("a stanza of a kind we never write is refused by its name", .enabled(if: !names.isEmpty))
    func unsupported() throws {
        for (name, type) in [
            ("scrypt_bad_tag", "scrypt"), ("hybrid_grease", "mlkem768x25519"),
            ("hybrid_and_x25519", "mlkem768x25519"),
        ] {
            let fixture = try AgeCase(name)
            #expect(throws: AgeFlaw.unsupportedRecipient(type)) {
                try AgeFile.decrypt(fixture.file, with: [.generate(.system)])
            }
        }
    }
}

/// One file of the suite: `key: value` lines, an empty line, the age file.
private struct AgeCase {
    var expected = ""
    var payload = ""
    var identities: [String] = []
    var isArmored = false
    var file: [UInt8] = []

    init(_ name: String) throws {
        let bytes = try Fixtures.bytes("age/\(name)")
        var rest = bytes[...]
        var isCompressed = false
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")), end != rest.startIndex {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            let colon = try #require(line.firstIndex(of: ":"))
            let value = String(line[line.index(colon, offsetBy: 2)...])
            switch line[..<colon] {
            case "expect": expected = value
            case "payload": payload = value
            case "identity": identities.append(value)
            case "armored": isArmored = value == "yes"
            case "compressed": isCompressed = value == "zlib"
            default: break
            }
        }
        file = Array(rest.dropFirst())
        // zlib is raw deflate between two bytes of header and four of checksum.
        if isCompressed {
            file = try Inflater(limit: 1 << 26).inflate(file[2..<(file.count - 4)])
        }
    }

    func run() -> String {
        do throws(AgeFlaw) {
            var keys: [AgeIdentity] = []
            for text in identities { keys.append(try AgeIdentity(text)) }
            if keys.isEmpty { keys = [.generate(.system)] }
            let binary = isArmored ? try AgeArmor.decode(file) : file
            let plaintext = try AgeFile.decrypt(binary, with: keys)
            let digest = SHA256.hash(data: plaintext).map { hex($0) }.joined()
            return digest == payload ? "success" : "wrong payload \(digest)"
        } catch {
            switch error {
            case .armor: return "armor failure"
            case .header: return "header failure"
            case .unsupportedRecipient: return "unsupported recipient"
            case .noMatch: return "no match"
            case .headerMAC: return "HMAC failure"
            case .payload: return "payload failure"
            case .identity: return "unsupported identity"
            case .recipient: return "recipient"
            }
        }
    }

    private func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }
}

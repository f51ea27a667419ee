import Crypto
import Foundation
import Testing

@testable import Journal

/// The worked example of the format document, read from the document.
@Suite struct SealFormatTests {
    /// `name  value` lines of the example.
    static let values: [String: String] = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let file = folder.appending(path: "Sources/Journal/FORMAT.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("    ") {
            let name = line.dropFirst(4).prefix(11).trimmingCharacters(in: .whitespaces)
            values[name] = String(line.dropFirst(15))
        }
        return values
    }()

    func bytes(_ name: String) throws -> [UInt8] {
        let text = try #require(Self.values[name], "\(name)")
        return try #require(Hexadecimal.decode(text), "\(name)")
    }

    func key() throws -> EpochKey {
        let text = try #require(Self.values["epoch"])
        let epoch = try #require(Epoch(text))
        return EpochKey(epoch: epoch, secret: try bytes("data key"))
    }

    func entry() throws -> [UInt8] {
        var entry: [UInt8] = [1, 1]
        for name in ["key id", "salt", "commitment", "ciphertext", "tag"] {
            entry += try bytes(name)
        }
        return entry
    }

    @Test("every step gives the bytes that the document states")
    func steps() throws {
        let origin = try #require(Self.values["origin"])
        let key = try key()
        #expect(key.id.bytes == (try bytes("key id")))
        let entryKey = EntryKey(
            epochKey: key,
            salt: try bytes("salt")[...],
            scope: SealScope(origin: origin)
        )
        #expect(entryKey.bytes == (try bytes("entry key")))
        let expansion = entryKey.expand()
        #expect(unsafe expansion.key.withUnsafeBytes { unsafe Array($0) } == (try bytes("key")))
        #expect(Array(expansion.nonce) == (try bytes("nonce")))
        #expect(Array(expansion.commitment) == (try bytes("commitment")))
        let sealed = EntrySealer(origin: origin)
            .seal(
                deflated: try bytes("deflated"),
                key: key,
                salt: try bytes("salt")
            )
        #expect(sealed == (try entry()))
        #expect(sealed.count == 132)
        #expect(TreeHash.leaf(sealed).array == (try bytes("leaf hash")))
    }

    @Test("the entry opens to the plaintext that the document states")
    func opens() throws {
        let opener = EntryOpener(origin: try #require(Self.values["origin"]))
        let plaintext = try opener.open(try entry(), key: try key())
        #expect(String(decoding: plaintext, as: UTF8.self) == Self.values["plaintext"])
        #expect(try Inflater().inflate(try bytes("deflated")) == plaintext)
    }

    @Test("the control record is spelt as the document states")
    func control() throws {
        let key = try key()
        let time = try #require(UnixTime("2026-11-24T02:37:09Z"))
        let record = ControlRecord.epochOpened(key.epoch, key: key.id, time: time)
        let json = String(decoding: record.json, as: UTF8.self)
        #expect(Self.values.values.contains { json.hasSuffix($0) && json.count - $0.count == 11 })
    }
}

import Documents
import Glibc
import Testing

@Suite("assets are found by their digest or not at all")
struct AssetDirectoryTests {
    static func directory(_ name: String) -> AssetDirectory {
        AssetDirectory(path: "/tmp/posthorn-documents-tests/\(name)-\(getpid())/assets")
    }

    @Test("keeps what is written, once")
    func keeps() throws {
        let assets = Self.directory("keeps")
        let bytes = Array("a font".utf8)
        let digest = try assets.write(bytes)
        #expect(try assets.write(bytes) == digest)
        #expect(try assets.read(digest) == bytes)
    }

    @Test("refuses bytes that are not what the name says")
    func refusesAltered() throws {
        let assets = Self.directory("altered")
        let digest = try assets.write(Array("a font".utf8))
        try Tool.write(Array("A font".utf8), to: "\(assets.path)/\(digest.hex)")
        let fault = #expect(throws: AssetFault.self) { try assets.read(digest) }
        #expect(fault?.code == .assetAltered)
        #expect(fault?.message.contains(digest.hex) == true)
    }

    @Test("says what is missing, and what cannot be written")
    func saysMissing() throws {
        let digest = AssetDigest(of: [1, 2, 3])
        let missing = #expect(throws: AssetFault.self) { try Self.directory("none").read(digest) }
        #expect(missing?.code == .assetMissing)
        let unwritable = #expect(throws: AssetFault.self) {
            try AssetDirectory(path: "/proc/nothing/assets").write([1])
        }
        #expect(unwritable?.code == .assetUnwritable)
    }

    @Test(
        "takes only 64 small hexadecimal digits for a digest",
        arguments: [
            ("", false), (String(repeating: "a", count: 64), true),
            (String(repeating: "A", count: 64), false), (String(repeating: "g", count: 64), false),
            (String(repeating: "a", count: 63), false),
            ("../" + String(repeating: "a", count: 61), false),
        ]
    )
    func readsDigests(text: String, isGood: Bool) {
        #expect((AssetDigest(hex: text) != nil) == isGood)
    }
}

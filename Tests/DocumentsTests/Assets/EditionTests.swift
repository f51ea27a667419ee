import Glibc
import Testing

@testable import Documents

@Suite("an edition names everything a document's bytes depend on")
struct EditionTests {
    @Test("reads back what it wrote", .enabled(if: TestFonts.areInstalled))
    func roundTrips() throws {
        let taken = try #require(TestFonts.taken)
        #expect(try Edition(bytes: taken.edition.bytes) == taken.edition)
        #expect(AssetDigest(of: taken.edition.bytes) == taken.digest)
        #expect(taken.edition.differences.isEmpty)
        for digest in taken.edition.assets {
            #expect(throws: Never.self) { try TestFonts.assets.read(digest) }
        }
    }

    @Test(
        "is the same edition when the fonts are taken in again",
        .enabled(if: TestFonts.areInstalled)
    )
    func isStable() throws {
        let again = AssetDirectory(path: "/tmp/posthorn-documents-tests/again-\(getpid())")
        defer { _ = try? Tool.run("rm -r \(again.path)", on: [0], name: "again") }
        #expect(try Edition.takeIn(into: again).digest == TestFonts.taken?.digest)
    }

    @Test("names every missing package")
    func namesPackages() throws {
        let assets = AssetDirectory(path: "/tmp/posthorn-documents-tests/none")
        let fault = #expect(throws: AssetFault.self) {
            try Edition.takeIn(from: ["/nowhere"], into: assets)
        }
        #expect(fault?.code == .fontMissing)
        #expect(
            fault?.hint == "apt-get install fonts-droid-fallback fonts-noto-core fonts-noto-mono"
        )
    }

    @Test(
        "refuses text that is no edition",
        arguments: [
            "", "posthorn-edition 2\n", "posthorn-edition 1\n", "posthorn-edition 1\nfont x y\n",
            "posthorn-edition 1\nface sans 0\n", "posthorn-edition 1\nblock basic 00\n",
            "posthorn-edition 1\nsurprise 1\n", "posthorn-edition 1\nforms 0 00\n",
        ]
    )
    func refuses(text: String) {
        let fault = #expect(throws: AssetFault.self) { try Edition(bytes: Array(text.utf8)) }
        #expect(fault?.code == .editionUnreadable)
    }

    @Test("says which libraries differ")
    func compares() {
        let made = LibraryVersions(shaper: "6.0.0", bidi: "1.0.8", compressor: "1.14")
        let other = LibraryVersions(shaper: "8.3.0", bidi: "1.0.8", compressor: "1.20")
        #expect(
            made.differences(from: other) == [
                "harfbuzz: edition made with 6.0.0, running 8.3.0",
                "libdeflate: edition made with 1.14, running 1.20",
            ]
        )
    }
}

import Journal
import Testing

@testable import Vault

@Suite("The names in a vault")
struct VaultLayoutTests {
    static let layout = VaultLayout(Incarnation(0x6f3a))

    @Test(
        "of segments are read back as they were written, the newest first",
        arguments: [
            (UInt64(1), UInt64(0), UInt64(7)), (256, 255, .max), (1 << 40, 0, 0),
        ]
    )
    func segments(size: UInt64, first: UInt64, writer: UInt64) throws {
        let name = SegmentName(size: TreeSize(size), first: EntryIndex(first), writer: writer)
        let path = name.path(in: Self.layout)
        #expect(SegmentName(path: path, in: Self.layout) == name)
        let newer = SegmentName(size: TreeSize(size + 1), first: EntryIndex(size), writer: writer)
        #expect(newer.path(in: Self.layout) < path)
        #expect(SegmentName(path: path, in: VaultLayout(Incarnation(1))) == nil)
    }

    @Test(
        "that nobody of ours writes are no segments",
        arguments: [
            "000000000000006f/segment/", "0000000000006f3a/segment/fffffffffffffffe",
            "0000000000006f3a/segment/fffffffffffffffe-0000000000000001-0000000000000001",
            "0000000000006f3a/segment/FFFFFFFFFFFFFFFE-0000000000000000-0000000000000001",
            "0000000000006f3a/segment/fffffffffffffffe-0-1", "0000000000006f3a/signed/x",
        ]
    )
    func junk(path: String) {
        #expect(SegmentName(path: path, in: Self.layout) == nil)
    }

    @Test("of checkpoints name their size")
    func checkpoints() {
        let path = Self.layout.checkpoint(TreeSize(1_000))
        #expect(path == "0000000000006f3a/signed/fffffffffffffc17")
        #expect(Self.layout.size(ofCheckpoint: path) == TreeSize(1_000))
        #expect(Self.layout.size(ofCheckpoint: path + "0") == nil)
    }

    @Test(
        "of an incarnation have one spelling",
        arguments: [
            "6f3a", "0000000000006F3A", "000000000000+f3a", "0000000000006f3a ",
        ]
    )
    func incarnations(text: String) {
        #expect(Incarnation(text) == nil)
        #expect(Incarnation("0000000000006f3a") == Self.layout.incarnation)
    }
}

import Testing

@testable import Journal

@Suite("TilePath")
struct TreeTilePathTests {
    @Test(
        "a path is arithmetic, and is read back",
        arguments: [
            (TilePath(.hashes(level: 0), number: 0), "tile/0/000"),
            (TilePath(.hashes(level: 0), number: 255, width: 3), "tile/0/255.p/3"),
            (TilePath(.hashes(level: 1), number: 1_000), "tile/1/x001/000"),
            (TilePath(.entries, number: 1_234_067), "tile/entries/x001/x234/067"),
            (TilePath(.entries, number: 1_234_067, width: 255), "tile/entries/x001/x234/067.p/255"),
        ]
    )
    func path(tile: TilePath, path: String) {
        #expect(tile.path == path)
        #expect(TilePath(path: path) == tile)
    }

    @Test(
        "what the format does not write is refused",
        arguments: [
            "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/0/x000/001",
            "tile/64/000", "tile/00/000", "tile/+1/000", "tile/-1/000", "tile/0/000.p/0",
            "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p", "tile/0/000.p/",
            "tile/0/001/000",
            "tile/0/x001/x000", "tile/entry/000", "tile/0/000/", "/tile/0/000", "tile/0/ 00",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        ]
    )
    func refused(path: String) {
        #expect(TilePath(path: path) == nil)
    }

    @Test(
        "a tree's partial tiles are as wide as the format says",
        arguments: [
            (0, [0, 0, 0]), (1, [1, 0, 0]), (255, [255, 0, 0]), (256, [0, 1, 0]),
            (257, [1, 1, 0]), (65_536, [0, 0, 1]), (70_000, [112, 17, 1]),
        ] as [(UInt64, [Int])]
    )
    func widths(size: UInt64, widths: [Int]) {
        for (level, width) in widths.enumerated() {
            #expect(TilePath.partialWidth(level: level, size: TreeSize(size)) == width)
        }
    }
}

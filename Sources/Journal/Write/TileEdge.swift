/// The incomplete tiles at the right edge of the tree, and the incomplete bundle of entries.
///
/// Appending a leaf fills them from the left; what gets full leaves as a file. Everything about
/// the tree's size and root can be read off them.
package struct TileEdge: Hashable, Sendable {
    /// The hashes of each level's last tile, fewer than 256 each; level 0 are leaves.
    private(set) var levels: [[Digest]]
    /// The framed entries of the last bundle.
    private(set) var bundle: [UInt8]
    package private(set) var size: TreeSize

    package init() {
        levels = []
        bundle = []
        size = .zero
    }

    /// - Precondition: each level is as wide as `size` makes it.
    package init(size: TreeSize, levels: [[Digest]], bundle: [UInt8]) {
        for (level, hashes) in levels.enumerated() {
            let width = TilePath.partialWidth(level: level, size: size)
            precondition(hashes.count == width, "level \(level) of \(size) is \(width) wide")
        }
        self.size = size
        self.levels = levels
        self.bundle = bundle
    }

    /// How many levels of tiles a tree of this size has.
    static func levelCount(_ size: TreeSize) -> Int {
        (0...8).first { TilePath.hashCount(level: $0, size: size) == 0 } ?? 8
    }

    /// Takes in a leaf; hash tiles that it fills are added to `full`.
    mutating func append(_ leaf: Digest, full: inout [NewFile]) {
        size = size.adding(1)
        var hash = leaf
        for level in 0..<8 {
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
            guard levels[level].count == Int(TilePath.span) else { return }
            let number = TilePath.hashCount(level: level, size: size) / TilePath.span - 1
            let tile = TilePath(.hashes(level: level), number: number)
            full.append(NewFile(tile.path, levels[level].flatMap(\.array)))
            hash = TreeHash.fold(levels[level][...])
            levels[level].removeAll(keepingCapacity: true)
        }
    }

    /// Keeps the entries of the last, incomplete bundle.
    mutating func keep(bundle: [UInt8]) {
        self.bundle = bundle
    }

    /// The incomplete hash tiles of this size, none for a level whose last tile is full.
    func partialTiles() -> [NewFile] {
        levels.enumerated()
            .compactMap { level, hashes in
                guard !hashes.isEmpty else { return nil }
                let number = TilePath.hashCount(level: level, size: size) / TilePath.span
                let tile = TilePath(.hashes(level: level), number: number, width: hashes.count)
                return NewFile(tile.path, hashes.flatMap(\.array))
            }
    }

    /// The right edge of the tree, as appending needs it.
    package var frontier: Frontier {
        var roots: [Digest] = []
        for hashes in levels.reversed() {
            var start = 0
            for bit in (0..<8).reversed() where hashes.count & (1 << bit) != 0 {
                roots.append(TreeHash.fold(hashes[start..<start + 1 << bit]))
                start += 1 << bit
            }
        }
        return Frontier(size: size, roots: roots)
    }
}

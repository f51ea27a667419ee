/// Where a tile or a bundle of entries lies: pure arithmetic, no input or output.
///
/// C2SP tlog-tiles: `tile/<level>/<number>[.p/<width>]` holds up to 256 hashes, and
/// `tile/entries/<number>[.p/<width>]` up to 256 entries. A number is written in groups of three
/// digits, all but the last prefixed with `x`: 1234067 is `x001/x234/067`.
package struct TilePath: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Hashes of perfect subtrees of 256^level entries.
        case hashes(level: Int)
        case entries
    }

    /// Hashes or entries in a full tile.
    package static let span: UInt64 = 256

    package var kind: Kind
    package var number: UInt64
    /// 1 to 256; a tile of 256 is full and its path has no width.
    package var width: Int

    package init(_ kind: Kind, number: UInt64, width: Int = Int(TilePath.span)) {
        precondition(
            width >= 1 && width <= Int(TilePath.span),
            "a tile is 1 to 256 wide, not \(width)"
        )
        self.kind = kind
        self.number = number
        self.width = width
    }

    package var isFull: Bool { width == Int(TilePath.span) }

    /// Entries bundles are as wide as the hash tiles of level 0.
    package var level: Int {
        switch kind {
        case .hashes(let level): level
        case .entries: 0
        }
    }

    /// The smallest tree that has this tile.
    package var treeSize: TreeSize {
        let hashes = number * TilePath.span + UInt64(width)
        let (size, overflow) = hashes.multipliedReportingOverflow(
            by: 1 << (8 * UInt64(min(level, 7)))
        )
        return TreeSize(overflow || level > 7 ? .max : size)
    }

    /// How many hashes the tree has at a level: `size / 256^level`.
    package static func hashCount(level: Int, size: TreeSize) -> UInt64 {
        level > 7 ? 0 : size.count >> (8 * UInt64(level))
    }

    /// The width of the incomplete tile that ends a level, 0 when there is none.
    package static func partialWidth(level: Int, size: TreeSize) -> Int {
        Int(hashCount(level: level, size: size) % span)
    }

    /// The tile that holds a hash of this level, as wide as the tree makes it.
    package static func holding(_ kind: Kind, hash index: UInt64, size: TreeSize) -> TilePath {
        var tile = TilePath(kind, number: index / span)
        let count = hashCount(level: tile.level, size: size)
        precondition(index < count, "level \(tile.level) of \(size) entries has no hash \(index)")
        tile.width = Int(min(span, count - tile.number * span))
        return tile
    }

    /// The same place once it is full.
    package var full: TilePath { TilePath(kind, number: number) }

    /// The folder of the narrower states of this place.
    package var partialFolder: String { full.path + ".p" }

    package var path: String {
        var out = "tile/"
        switch kind {
        case .hashes(let level): out += "\(level)/"
        case .entries: out += "entries/"
        }
        out += TilePath.name(number)
        return isFull ? out : out + ".p/\(width)"
    }

    private static func name(_ number: UInt64) -> String {
        let group = String(number % 1_000)
        let digits = String(repeating: "0", count: 3 - group.count) + group
        return number < 1_000 ? digits : prefixed(number / 1_000) + "/" + digits
    }

    private static func prefixed(_ number: UInt64) -> String {
        name(number).split(separator: "/").map { $0.hasPrefix("x") ? $0 : "x" + $0 }
            .joined(separator: "/")
    }
}

extension TilePath {
    /// Reads a path back; nil unless it is exactly what `path` would write.
    package init?(path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.count >= 3, parts.popFirst() == "tile", let first = parts.popFirst() else {
            return nil
        }
        let kind: Kind
        if first == "entries" {
            kind = .entries
        } else if let level = Int(first), (0...63).contains(level) {
            kind = .hashes(level: level)
        } else {
            return nil
        }
        var width = Int(TilePath.span)
        if let last = parts.last, let folder = parts.dropLast().last, folder.hasSuffix(".p") {
            guard let narrow = Int(last), (1..<Int(TilePath.span)).contains(narrow) else {
                return nil
            }
            width = narrow
            parts = parts.dropLast(2) + [folder.dropLast(2)]
        }
        var number: UInt64 = 0
        for part in parts {
            let digits = part.hasPrefix("x") ? part.dropFirst() : part
            guard digits.count == 3, let group = UInt64(digits) else { return nil }
            let (shifted, overflow) = number.multipliedReportingOverflow(by: 1_000)
            guard !overflow, shifted <= .max - group else { return nil }
            number = shifted + group
        }
        guard number <= .max / TilePath.span else { return nil }
        self.init(kind, number: number, width: width)
        guard self.path == path else { return nil }
    }
}

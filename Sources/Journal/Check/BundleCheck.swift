/// Compares a bundle of entries with its hash tile, and both with the tile above.
struct BundleCheck {
    private let disk: any Disk
    private let size: TreeSize
    private var tiles: VerifiedTiles?
    private(set) var found = TreeCheck.Found()

    init(disk: any Disk, size: TreeSize, tiles: VerifiedTiles?) {
        self.disk = disk
        self.size = size
        self.tiles = tiles
    }

    mutating func check(_ number: UInt64) {
        let bundle = TilePath.holding(.entries, hash: number * TilePath.span, size: size)
        var tile = bundle
        tile.kind = .hashes(level: 0)
        let first = EntryIndex(number * TilePath.span)
        let leaves = leaves(of: bundle, first)
        let hashes = hashes(of: tile, first)
        let root = bundle.isFull ? parentHash(number, first) : nil
        guard let leaves, let hashes else { return }
        if leaves == hashes {
            guard let root, root != TreeHash.fold(leaves[...]) else { return }
            return add(
                .entry,
                bundle.path,
                first,
                "expected entries with the root \(root), found others that have their own tile"
            )
        }
        let offset = zip(leaves, hashes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let index = first.advanced(by: offset ?? 0)
        let detail =
            "entry \(index): expected the hash \(hashes[offset ?? 0]) of the tile, "
            + "found \(leaves[offset ?? 0])"
        let bundleIsProven = root != nil && root == TreeHash.fold(leaves[...])
        let tileIsProven = root != nil && root == TreeHash.fold(hashes[...])
        if !bundleIsProven { add(.entry, bundle.path, index, detail) }
        // Without a proven edge, either may be the damaged one.
        if bundleIsProven || tiles == nil || root != nil && !tileIsProven {
            add(.tile, tile.path, index, detail)
        }
    }

    private mutating func leaves(of bundle: TilePath, _ first: EntryIndex) -> [Digest]? {
        guard let bytes = read(bundle.path, first) else { return nil }
        guard let leaves = Framing.leaves(bytes[...]), leaves.count == bundle.width else {
            add(
                .entry,
                bundle.path,
                first,
                "expected \(bundle.width) entries, found \(bytes.count) bytes that are others"
            )
            return nil
        }
        found.entries += UInt64(leaves.count)
        found.bytes += UInt64(bytes.count - 2 * leaves.count)
        return leaves
    }

    private mutating func hashes(of tile: TilePath, _ first: EntryIndex) -> [Digest]? {
        guard let bytes = read(tile.path, first) else { return nil }
        guard bytes.count == tile.width * Digest.size else {
            add(
                .tile,
                tile.path,
                first,
                "expected \(tile.width * Digest.size) bytes, found \(bytes.count)"
            )
            return nil
        }
        return stride(from: 0, to: bytes.count, by: Digest.size)
            .compactMap {
                Digest(bytes[$0..<$0 + Digest.size])
            }
    }

    private mutating func read(_ path: String, _ first: EntryIndex) -> [UInt8]? {
        do throws(JournalFault) {
            if let bytes = try disk.read(path) { return bytes }
            add(.missing, path, first, "expected a file, found none")
        } catch {
            add(.missing, path, first, error.detail)
        }
        return nil
    }

    /// What the tree says a full bundle's root is; nil when that cannot be known.
    private mutating func parentHash(_ number: UInt64, _ first: EntryIndex) -> Digest? {
        guard var proven = tiles else { return nil }
        defer { tiles = proven }
        do throws(JournalFault) {
            let parents = try proven.tile(level: 1, number: number / TilePath.span)
            return parents[Int(number % TilePath.span)]
        } catch {
            let span = TilePath.span * TilePath.span
            add(.tile, error.path, EntryIndex(first.value / span * span), error.detail)
            return nil
        }
    }

    private mutating func add(
        _ code: CheckFinding.Code,
        _ path: String,
        _ index: EntryIndex,
        _ detail: String
    ) {
        found.findings.insert(CheckFinding(code, path, at: index, detail))
    }
}

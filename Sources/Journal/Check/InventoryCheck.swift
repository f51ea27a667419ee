/// Accounts for every file and folder: each is part of the tree, of the write-ahead files, or
/// what a crash leaves.
struct InventoryCheck {
    private let disk: any Disk
    private var source: CheckSource
    private let walStart: EntryIndex?
    private(set) var findings: [CheckFinding] = []
    private(set) var leftovers: [String] = []

    init(disk: any Disk, source: CheckSource, walStart: EntryIndex?) {
        self.disk = disk
        self.source = source
        self.walStart = walStart
    }

    mutating func run() throws(JournalFault) {
        for name in try disk.list("") {
            switch (name.name, name.isFolder) {
            case ("checkpoint", false), ("vkey", false), (RestoringRecord.path, false): break
            case ("tile", true): try walk("tile")
            case ("wal", true): try wal()
            case ("staging", true): try staging()
            case ("witness", true): try witness()
            default: unaccounted(name.name)
            }
        }
    }

    private mutating func wal() throws(JournalFault) {
        for name in try disk.list("wal") {
            let path = "wal/\(name.name)"
            if name.isFolder {
                unaccounted(path)
            } else if WalFile(name: name.name) != nil {
                continue
            } else if let content = try disk.read(path),
                TornTail.isIntact(name: name.name, content: content)
            {
                leftovers.append(path)
            } else {
                unaccounted(path)
            }
        }
    }

    private mutating func staging() throws(JournalFault) {
        for name in try disk.list("staging") {
            let path = "staging/\(name.name)"
            if name.isFolder || Int(name.name).map({ String($0) != name.name }) ?? true {
                unaccounted(path)
            } else {
                leftovers.append(path)
            }
        }
    }

    /// What witnesses said: the newest checkpoint that they cosigned, and what they refused.
    private mutating func witness() throws(JournalFault) {
        for name in try disk.list("witness") {
            switch (name.name, name.isFolder) {
            case ("cosigned", false), ("quorum", false): try cosigned("witness/\(name.name)")
            case ("staging", true): break
            case ("evidence", true):
                for folder in try disk.list("witness/evidence") where !folder.isFolder {
                    unaccounted("witness/evidence/\(folder.name)")
                }
            default: unaccounted("witness/\(name.name)")
            }
        }
    }

    /// A tree that witnesses saw has to be the beginning of this one.
    private mutating func cosigned(_ path: String) throws(JournalFault) {
        guard let note = try? SignedNote(parsing: disk.read(path) ?? []),
            let seen = try? Checkpoint(body: note.text)
        else { return findings.append(CheckFinding(.checkpoint, path, "expected a checkpoint")) }
        guard seen.size <= source.size else {
            let detail = "witnesses saw size \(seen.size), found a journal of \(source.size)"
            return findings.append(CheckFinding(.checkpoint, path, detail))
        }
        do throws(JournalFault) {
            let root = try source.root(of: seen.size)
            guard root != seen.root else { return }
            let detail = "witnesses saw root \(seen.root) at size \(seen.size), found \(root)"
            findings.append(CheckFinding(.checkpoint, path, detail))
        } catch {
            guard error.isOfContent else { throw error }
        }
    }

    private mutating func walk(_ folder: String) throws(JournalFault) {
        for name in try disk.list(folder) {
            let path = "\(folder)/\(name.name)"
            if name.isFolder {
                guard InventoryCheck.isTileFolder(path) else {
                    unaccounted(path)
                    continue
                }
                try walk(path)
            } else if let tile = TilePath(path: path) {
                try check(tile)
            } else {
                unaccounted(path)
            }
        }
    }

    /// `tile/<level>`, `tile/entries`, groups of digits, and the folders of narrower tiles.
    private static func isTileFolder(_ path: String) -> Bool {
        let parts = path.split(separator: "/").dropFirst()
        guard let kind = parts.first, TilePath(path: "tile/\(kind)/000") != nil else {
            return false
        }
        return parts.dropFirst().enumerated()
            .allSatisfy { offset, part in
                let isLast = offset == parts.count - 2
                let digits = part.hasPrefix("x") ? part.dropFirst() : isLast ? part.dropLast(2) : ""
                return digits.utf8.count == 3 && UInt64(digits) != nil
                    && (part.hasPrefix("x") || part.hasSuffix(".p"))
            }
    }

    private mutating func check(_ tile: TilePath) throws(JournalFault) {
        let needed = TilePath.hashCount(level: tile.level, size: source.published)
        let end = tile.number * TilePath.span + UInt64(tile.width)
        let isWanted =
            tile.isFull
            ? end <= needed
            : tile.number == needed / TilePath.span && UInt64(tile.width) == needed % TilePath.span
        // What the published tree consists of is hashed by the tree's own check.
        if isWanted { return }
        let reach = TilePath.hashCount(level: tile.level, size: source.size)
        guard end <= reach else {
            return finding(
                .unaccounted,
                tile,
                "expected no tile beyond size \(source.size), found one of size \(tile.treeSize)"
            )
        }
        if end > needed {
            leftovers.append(tile.path)
        } else if !tile.isFull, tile.number < needed / TilePath.span {
            // The full tile has taken its place; a crash keeps both, and then the segments that
            // filled it are still there.
            guard let walStart, tile.full.treeSize.next > walStart else {
                return finding(
                    .unaccounted,
                    tile,
                    "expected only \(tile.full.path), found a narrower one too"
                )
            }
            leftovers.append(tile.path)
        }
        try compare(tile)
    }

    /// Narrower tiles, and tiles in front of the checkpoint, have to be of the same tree.
    private mutating func compare(_ tile: TilePath) throws(JournalFault) {
        let bytes = try disk.read(tile.path) ?? []
        let expected: [Digest]
        do throws(JournalFault) {
            expected = try source.hashes(tile)
        } catch {
            guard error.isOfContent else { throw error }
            // What it has to be cannot be known; the damage above it is a finding already.
            return
        }
        let isSame: Bool
        switch tile.kind {
        case .entries: isSame = Framing.leaves(bytes[...]) == expected
        case .hashes: isSame = bytes == expected.flatMap(\.array)
        }
        if !isSame {
            finding(.tile, tile, "expected \(tile.width) hashes of the tree, found others")
        }
    }

    private mutating func unaccounted(_ path: String) {
        findings.append(
            CheckFinding(.unaccounted, path, "expected only what the format names, found this")
        )
    }

    private mutating func finding(_ code: CheckFinding.Code, _ tile: TilePath, _ detail: String) {
        findings.append(CheckFinding(code, tile.path, detail))
    }
}

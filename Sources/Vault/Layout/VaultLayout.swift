package import Journal

/// The names of objects in a vault; pure arithmetic (`FORMAT.md`).
///
///     <incarnation>/vkey  begun  checkpoint  tile/…  segment/…  signed/…  cosigned/…  snapshot/…
///     asset/<sha256>      canary/<number>
package struct VaultLayout: Hashable, Sendable {
    package let incarnation: Incarnation

    package init(_ incarnation: Incarnation) {
        self.incarnation = incarnation
    }

    package static let assets = "asset/"
    package static let canaries = "canary/"

    package var root: String { "\(incarnation)/" }
    package var key: String { root + "vkey" }
    package var begun: String { root + "begun" }
    /// The one mutable name.
    package var hint: String { root + "checkpoint" }
    package var segments: String { root + "segment/" }
    package var checkpoints: String { root + "signed/" }
    /// Checkpoints that the policy's quorum has cosigned.
    package var cosigned: String { root + "cosigned/" }
    package var snapshots: String { root + "snapshot/" }
    package var bundles: String { root + "tile/entries/" }

    package func tile(_ tile: TilePath) -> String { root + tile.path }

    package func checkpoint(_ size: TreeSize) -> String {
        checkpoints + FixedHex.inverted(size.count)
    }

    package func cosigned(_ size: TreeSize) -> String { cosigned + FixedHex.inverted(size.count) }

    /// The size in the name of a checkpoint, cosigned or not.
    package func size(ofCheckpoint name: String) -> TreeSize? {
        for prefix in [checkpoints, cosigned] where name.hasPrefix(prefix) {
            return FixedHex.decodeInverted(name.dropFirst(prefix.count)).map { TreeSize($0) }
        }
        return nil
    }

    package func snapshot(_ size: TreeSize, sha256: [UInt8]) -> String {
        snapshots + Self.snapshotName(size, sha256: sha256)
    }

    /// The newest is the first of a listing.
    package static func snapshotName(_ size: TreeSize, sha256: [UInt8]) -> String {
        "\(FixedHex.inverted(size.count))-\(Hexadecimal.encode(sha256))"
    }

    /// The size and the digest in the name of a snapshot's file.
    package static func parse(
        snapshotName name: some StringProtocol
    ) -> (size: TreeSize, sha256: [UInt8])? {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        guard words.count == 2, let size = FixedHex.decodeInverted(words[0]),
            let sha256 = Hexadecimal.decode(String(words[1])), sha256.count == Digest.size
        else { return nil }
        return (TreeSize(size), sha256)
    }

    package static func asset(sha256: [UInt8]) -> String { assets + Hexadecimal.encode(sha256) }

    package static func canary(_ number: UInt64) -> String { canaries + FixedHex.encode(number) }
}

/// The name of an object of segments: `segment/<inverted size>-<first>-<incarnation of the writer>`.
///
/// The newest is the first of a listing, and a chain is found from names alone.
package struct SegmentName: Hashable, Sendable {
    package var size: TreeSize
    package var first: EntryIndex
    /// Drawn anew by each writer: two trees of one size, signed by two writers, have two names.
    package var writer: UInt64

    package init(size: TreeSize, first: EntryIndex, writer: UInt64) {
        self.size = size
        self.first = first
        self.writer = writer
    }

    /// - Precondition: there is at least one segment, and they follow each other.
    package init(of segments: [Segment]) {
        guard let first = segments.first, let last = segments.last else {
            preconditionFailure("an object holds at least one segment")
        }
        self.init(size: last.size, first: first.first, writer: last.incarnation)
    }

    package func path(in layout: VaultLayout) -> String {
        layout.segments + FixedHex.inverted(size.count) + "-" + FixedHex.encode(first.value) + "-"
            + FixedHex.encode(writer)
    }

    package init?(path: String, in layout: VaultLayout) {
        guard path.hasPrefix(layout.segments) else { return nil }
        let parts = path.dropFirst(layout.segments.count)
            .split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let size = FixedHex.decodeInverted(parts[0]),
            let first = FixedHex.decode(parts[1]), let writer = FixedHex.decode(parts[2]),
            first < size
        else { return nil }
        self.init(size: TreeSize(size), first: EntryIndex(first), writer: writer)
    }
}

extension TilePath {
    /// The incomplete tiles and the incomplete bundle of a tree.
    static func partial(of size: TreeSize) -> [TilePath] {
        var paths: [TilePath] = []
        for level in 0..<8 {
            let width = partialWidth(level: level, size: size)
            guard width > 0 else { continue }
            let number = hashCount(level: level, size: size) / span
            paths.append(TilePath(.hashes(level: level), number: number, width: width))
            if level == 0 { paths.append(TilePath(.entries, number: number, width: width)) }
        }
        return paths
    }
}

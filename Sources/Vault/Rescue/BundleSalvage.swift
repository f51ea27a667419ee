package import Journal

/// A full bundle of entries with its hashes, and what speaks for it.
package struct SalvagedBundle: Sendable {
    package let number: UInt64
    package let bytes: [UInt8]
    package let leaves: [Digest]
    /// Whether its hash tile, a separate object, holds the same hashes.
    package let isConfirmed: Bool
}

extension Salvage {
    /// The best copy of a full bundle; nil when no vault has 256 entries under its name.
    ///
    /// Its hash tile tells a good copy from a bad one at once. Without one the tree's root decides
    /// in the end, for all of them together.
    package func bundle(_ number: UInt64) async -> SalvagedBundle? {
        let name = layout.tile(TilePath(.entries, number: number))
        let tile = layout.tile(TilePath(.hashes(level: 0), number: number))
        let tiles = await copies(of: TilePath(.hashes(level: 0), number: number))
        var fallback: SalvagedBundle?
        let candidates = await copies(of: TilePath(.entries, number: number))
        for bytes in candidates {
            guard let leaves = Framing.leaves(bytes[...]), leaves.count == Int(TilePath.span) else {
                notes.add(junk: name)
                continue
            }
            let isConfirmed = tiles.contains(Salvage.bytes(leaves))
            let found = SalvagedBundle(
                number: number,
                bytes: bytes,
                leaves: leaves,
                isConfirmed: isConfirmed
            )
            if isConfirmed {
                if candidates.count > 1 { notes.add(replaced: name) }
                if tiles.count > 1 { notes.add(replaced: tile) }
                return found
            }
            fallback = fallback ?? found
        }
        return fallback
    }

    static func bytes(_ hashes: [Digest]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(hashes.count * Digest.size)
        for hash in hashes { hash.append(to: &out) }
        return out
    }

    /// Bundles in order, read and hashed by several tasks at a time.
    package func bundles(
        _ numbers: Range<UInt64>,
        _ use: (UInt64, SalvagedBundle?) async throws -> Void
    ) async throws {
        let stride = UInt64(Salvage.together)
        var next = numbers.lowerBound
        var ahead = await load(next..<min(numbers.upperBound, next + stride))
        while next < numbers.upperBound {
            let end = min(numbers.upperBound, next + stride)
            let following = end..<min(numbers.upperBound, end + stride)
            async let later = load(following)
            for (offset, bundle) in ahead.enumerated() {
                try await use(next + UInt64(offset), bundle)
            }
            ahead = await later
            next = end
        }
    }

    /// Bundles that are on their way together.
    private static let together = 32

    @concurrent
    private func load(_ numbers: Range<UInt64>) async -> [SalvagedBundle?] {
        await withTaskGroup(of: (UInt64, SalvagedBundle?).self) { group in
            for number in numbers { group.addTask { (number, await bundle(number)) } }
            var found: [UInt64: SalvagedBundle] = [:]
            for await (number, bundle) in group { found[number] = bundle }
            return numbers.map { found[$0] }
        }
    }
}

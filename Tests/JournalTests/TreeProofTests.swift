import Testing

@testable import Journal

struct InclusionCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let leafIdx: UInt64
    let treeSize: UInt64?
    let start: UInt64?
    let end: UInt64?
    let root: OptionalDigest
    let leafHash: OptionalDigest
    let proof: [OptionalDigest]?
    let wantErr: Bool
    var testDescription: String { id }

    var isProven: Bool {
        guard let root = root.value, let leaf = leafHash.value, let hashes = proof.all,
            let range = TreeRange(start: start ?? 0, end: end ?? treeSize ?? 0)
        else { return false }
        return InclusionProof(hashes)
            .proves(
                leaf: leaf,
                index: EntryIndex(leafIdx),
                range: range,
                root: root
            )
    }
}

struct ConsistencyCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let size1: UInt64?
    let size2: UInt64?
    let start: UInt64?
    let end: UInt64?
    let size: UInt64?
    let root1: OptionalDigest
    let root2: OptionalDigest
    let proof: [OptionalDigest]?
    let wantErr: Bool
    var testDescription: String { id }

    var isProven: Bool {
        // An empty part's tree may have any root in the cases: nothing is said about it.
        guard let root1 = root1.value, let hashes = proof.all,
            let range = TreeRange(start: start ?? 0, end: end ?? size1 ?? 0),
            let size = size ?? size2, let root2 = root2.value ?? (range.isEmpty ? root1 : nil)
        else { return false }
        // Between whole trees, one without entries proves nothing.
        if size1 == 0 { return false }
        return ConsistencyProof(hashes)
            .proves(
                range,
                root: root1,
                in: TreeSize(size),
                root: root2
            )
    }
}

@Suite("Proofs")
struct TreeProofTests {
    @Test(
        "inclusion cases get their verdict",
        .enabled(if: Fixtures.areHere),
        arguments: Fixtures.rows("merkle_inclusion", as: InclusionCase.self)
            + Fixtures.rows("merkle_subtreeinclusion", as: InclusionCase.self)
    )
    func inclusion(row: InclusionCase) {
        #expect(row.isProven != row.wantErr)
    }

    @Test(
        "consistency cases get their verdict",
        .enabled(if: Fixtures.areHere),
        arguments: Fixtures.rows("merkle_consistency", as: ConsistencyCase.self)
            + Fixtures.rows("merkle_subtreeconsistency", as: ConsistencyCase.self)
    )
    func consistency(row: ConsistencyCase) {
        #expect(row.isProven != row.wantErr)
    }

    @Test("all cases were read", .enabled(if: Fixtures.areHere))
    func count() {
        #expect(Fixtures.rows("merkle_inclusion", as: InclusionCase.self).count == 55)
        #expect(Fixtures.rows("merkle_subtreeinclusion", as: InclusionCase.self).count == 93)
        #expect(Fixtures.rows("merkle_consistency", as: ConsistencyCase.self).count == 53)
        #expect(Fixtures.rows("merkle_subtreeconsistency", as: ConsistencyCase.self).count == 66)
    }

    @Test("proofs that we make hold, and hold for nothing else", arguments: 1...40)
    func made(size: Int) throws {
        var source = LeafHashes((0..<size).map { TreeHash.leaf([UInt8($0)]) })
        let tree = TreeRange(TreeSize(UInt64(size)))
        let root = source.root(of: TreeSize(UInt64(size)))
        for index in 0..<size {
            let place = EntryIndex(UInt64(index))
            let proof = InclusionProof(of: place, in: tree, from: &source)
            let leaf = source.leaves[index]
            #expect(proof.proves(leaf: leaf, index: place, range: tree, root: root))
            let other = EntryIndex(UInt64((index + 1) % size))
            #expect(size == 1 || !proof.proves(leaf: leaf, index: other, range: tree, root: root))
        }
        for start in 0..<size {
            for end in start + 1...size {
                guard let range = TreeRange(start: UInt64(start), end: UInt64(end)) else {
                    continue
                }
                let part = LeafHashes(Array(source.leaves[start..<end])).rootOfAll
                let proof = ConsistencyProof(
                    of: range,
                    in: TreeSize(UInt64(size)),
                    from: &source
                )
                let whole = TreeSize(UInt64(size))
                #expect(proof.proves(range, root: part, in: whole, root: root))
                #expect(!proof.proves(range, root: TreeHash.empty, in: whole, root: root))
            }
        }
    }
}

extension LeafHashes {
    var rootOfAll: Digest {
        var copy = self
        return copy.root(of: TreeSize(UInt64(leaves.count)))
    }
}

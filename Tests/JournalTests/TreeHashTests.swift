import Testing

@testable import Journal

struct HashCase: Decodable, Sendable {
    let op: String
    let inputsHex: [String]
    let sha256: String
}

@Suite("Tree hashing")
struct TreeHashTests {
    @Test(
        "RFC 6962 hashes",
        .enabled(if: Fixtures.areHere),
        arguments: Fixtures.rows("rfc6962_hashes", as: HashCase.self)
    )
    func rfc6962(row: HashCase) throws {
        let inputs = row.inputsHex.map(Hex.bytes)
        let found: Digest
        switch row.op {
        case "empty_root": found = Frontier().root
        case "leaf": found = TreeHash.leaf(inputs[0])
        case "node": found = TreeHash.sha256([1] + inputs[0] + inputs[1])
        default:
            var frontier = Frontier()
            for input in inputs { frontier.append(TreeHash.leaf(input)) }
            found = frontier.root
            #expect(LeafHashes(inputs.map { TreeHash.leaf($0) }).rootOfAll == found)
        }
        #expect(found == Digest(Hex.bytes(row.sha256)))
    }

    @Test("a node is SHA-256 over 0x01 and both halves")
    func node() {
        let left = TreeHash.leaf([1])
        let right = TreeHash.leaf([2])
        #expect(TreeHash.node(left, right) == TreeHash.sha256([1] + left.array + right.array))
    }

    @Test("the frontier and the edge of tiles have the same root at every size")
    func edge() {
        var frontier = Frontier()
        var edge = TileEdge()
        var full: [NewFile] = []
        for number in 0..<70_000 {
            let leaf = TreeHash.leaf([UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)])
            frontier.append(leaf)
            edge.append(leaf, full: &full)
            if number % 997 == 0 || number > 65_530 && number < 65_540 {
                #expect(edge.frontier == frontier)
            }
        }
        // 273 full tiles of leaves, one of their roots: C2SP tlog-tiles' own example.
        #expect(full.count == 274)
        #expect(
            edge.partialTiles().map(\.path) == [
                "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
            ]
        )
    }
}

enum Hex {
    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2)
            .map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

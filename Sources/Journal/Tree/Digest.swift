/// The SHA-256 of a leaf, of a node, of a tile's root or of a whole tree.
package struct Digest: Sendable {
    package var bytes: [32 of UInt8]

    package init(_ bytes: [32 of UInt8]) {
        self.bytes = bytes
    }

    /// Nil unless there are exactly 32 bytes.
    package init?(_ raw: [UInt8]) {
        self.init(raw[...])
    }

    /// Nil unless there are exactly 32 bytes.
    package init?(_ raw: ArraySlice<UInt8>) {
        guard raw.count == Digest.size else { return nil }
        var bytes = [32 of UInt8](repeating: 0)
        let start = raw.startIndex
        for index in 0..<Digest.size { bytes[index] = raw[start + index] }
        self.bytes = bytes
    }

    /// Bytes in a digest.
    package static let size = 32

    package var array: [UInt8] {
        var out: [UInt8] = []
        append(to: &out)
        return out
    }

    package func append(to out: inout [UInt8]) {
        out.append(addingCapacity: Digest.size) { output in
            for index in 0..<Digest.size { output.append(bytes[index]) }
        }
    }
}

extension Digest: Hashable {
    package static func == (left: Digest, right: Digest) -> Bool {
        var difference: UInt64 = 0
        for index in 0..<4 { difference |= left.word(index) ^ right.word(index) }
        return difference == 0
    }

    /// Eight bytes at once: comparing trees is comparing millions of digests.
    private func word(_ index: Int) -> UInt64 {
        unsafe bytes.span.bytes.unsafeLoadUnaligned(
            fromByteOffset: index * 8,
            as: UInt64.self
        )
    }

    package func hash(into hasher: inout Hasher) {
        for index in 0..<8 { hasher.combine(bytes[index]) }
    }
}

extension Digest: CustomStringConvertible {
    /// Base64, as checkpoints print it.
    package var description: String { Base64.encode(array) }
}

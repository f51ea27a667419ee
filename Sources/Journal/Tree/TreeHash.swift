import Crypto

/// RFC 6962 §2.1 hashing: a leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖ right).
///
/// The two prefixes keep a node from being passed off as an entry.
package enum TreeHash {
    /// The root of a tree without entries: SHA-256 of nothing.
    package static let empty = digest(SHA256().finalize())

    package static func leaf(_ entry: [UInt8]) -> Digest {
        unsafe entry.withUnsafeBytes { unsafe leaf(raw: $0) }
    }

    package static func leaf(_ entry: ArraySlice<UInt8>) -> Digest {
        unsafe entry.withUnsafeBytes { unsafe leaf(raw: $0) }
    }

    /// Hashes without a copy; the pointer is only read during the call.
    static func leaf(raw entry: UnsafeRawBufferPointer) -> Digest {
        var hash = SHA256()
        var prefix: UInt8 = 0
        unsafe withUnsafeBytes(of: &prefix) { unsafe hash.update(bufferPointer: $0) }
        unsafe hash.update(bufferPointer: entry)
        return digest(hash.finalize())
    }

    package static func node(_ left: Digest, _ right: Digest) -> Digest {
        var input = (UInt8(1), left.bytes, right.bytes)
        var hash = SHA256()
        // A prefix byte and two arrays of bytes: 65 bytes without padding between them.
        unsafe withUnsafeBytes(of: &input) { unsafe hash.update(bufferPointer: $0) }
        return digest(hash.finalize())
    }

    /// Plain SHA-256, for names and checksums that are not part of the tree.
    package static func sha256(_ bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return digest(hash.finalize())
    }

    /// The root of a perfect subtree, from hashes whose count is a power of two.
    static func fold(_ hashes: ArraySlice<Digest>) -> Digest {
        var row = Array(hashes)
        precondition(row.count > 0 && row.count & (row.count - 1) == 0, "not a perfect subtree")
        while row.count > 1 {
            for index in 0..<(row.count / 2) {
                row[index] = node(row[2 * index], row[2 * index + 1])
            }
            row.removeLast(row.count / 2)
        }
        return row[0]
    }

    private static func digest(_ value: SHA256Digest) -> Digest {
        unsafe value.withUnsafeBytes { raw in
            Digest(unsafe raw.loadUnaligned(as: [32 of UInt8].self))
        }
    }
}

/// The bytes of a file in order, a chunk at a time; nothing at its end.
///
/// The seam through which intake reads: a file, a request body or an array in a test look the same.
package typealias ChunkSource = () throws -> [UInt8]?

/// Bytes that are already in memory, as a source.
package enum Chunks {
    /// Gives them in chunks of at most that many bytes.
    package static func of(_ bytes: [UInt8], size: Int = 65_536) -> ChunkSource {
        precondition(size >= 1, "a chunk holds at least one byte, not \(size)")
        var position = 0
        return {
            guard position < bytes.count else { return nil }
            let end = min(position + size, bytes.count)
            defer { position = end }
            return Array(bytes[position..<end])
        }
    }
}

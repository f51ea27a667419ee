import CDeflate

/// Compresses streams for PDF's FlateDecode; one per thread, made once.
@safe
final class Deflater {
    private let compressor: OpaquePointer

    /// Level 1 for what is made per document, 12 for what is made once.
    init(level: Int32) {
        guard let made = unsafe libdeflate_alloc_compressor(level) else {
            preconditionFailure("no memory for a compressor of level \(level)")
        }
        unsafe compressor = made
    }

    deinit {
        unsafe libdeflate_free_compressor(compressor)
    }

    /// Appends the compressed bytes to a file and returns how many they are.
    func append(_ bytes: [UInt8], to file: inout [UInt8]) -> Int {
        let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
        let start = file.count
        var count = 0
        let room = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
            count = unsafe libdeflate_zlib_compress(
                compressor,
                bytes,
                bytes.count,
                buffer.baseAddress,
                bound
            )
            filled = count
        }
        precondition(count > 0, "the bound \(bound) is enough for \(bytes.count) bytes")
        file += room
        return file.count - start
    }

    func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        _ = append(bytes, to: &result)
        return result
    }
}

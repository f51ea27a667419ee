import CDeflate
import Synchronization

/// Raw deflate at level 1 (RFC 1951): the level at which sealing keeps up with the disk.
///
/// A compressor costs about 130 KB and its making as much as an entry, so they are kept and lent to
/// one call at a time.
package final class Deflater: Sendable {
    private let idle = Mutex<[Compressor]>([])

    package init() {}

    package func deflate(_ plaintext: [UInt8]) -> [UInt8] {
        let compressor = idle.withLock { $0.popLast() } ?? Compressor()
        defer { idle.withLock { $0.append(compressor) } }
        return compressor.deflate(plaintext)
    }
}

/// `@unchecked`: the pointer is private, the C object holds no reference to anything else, and
/// `Deflater` lends each compressor to one call at a time under its lock.
@safe private final class Compressor: @unchecked Sendable {
    private let handle: OpaquePointer

    init() {
        guard let handle = unsafe libdeflate_alloc_compressor(1) else {
            preconditionFailure("no memory for a compressor")
        }
        unsafe self.handle = handle
    }

    deinit {
        unsafe libdeflate_free_compressor(handle)
    }

    func deflate(_ plaintext: [UInt8]) -> [UInt8] {
        let bound = unsafe libdeflate_deflate_compress_bound(handle, plaintext.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = unsafe plaintext.withUnsafeBytes { input in
                unsafe libdeflate_deflate_compress(
                    handle,
                    input.baseAddress,
                    input.count,
                    buffer.baseAddress,
                    buffer.count
                )
            }
            precondition(count > 0, "libdeflate did not fit into its own bound")
        }
    }
}

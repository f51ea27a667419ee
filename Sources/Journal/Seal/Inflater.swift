import CDeflate
import Synchronization

/// Undoes raw deflate up to a fixed size, so that no entry can fill the memory.
package final class Inflater: Sendable {
    private let limit: Int
    private let idle = Mutex<[Decompressor]>([])

    package init(limit: Int = SealedLayout.largestPlaintext) {
        self.limit = limit
    }

    package func inflate(_ deflated: some Collection<UInt8>) throws(SealFlaw) -> [UInt8] {
        let decompressor = idle.withLock { $0.popLast() } ?? Decompressor(capacity: limit)
        defer { idle.withLock { $0.append(decompressor) } }
        return try decompressor.inflate(deflated)
    }
}

/// `@unchecked`: handle and buffer are private, the C object refers to nothing else, and `Inflater`
/// lends each decompressor to one call at a time under its lock.
@safe private final class Decompressor: @unchecked Sendable {
    private let handle: OpaquePointer
    private let buffer: UnsafeMutableRawBufferPointer

    init(capacity: Int) {
        guard let handle = unsafe libdeflate_alloc_decompressor() else {
            preconditionFailure("no memory for a decompressor")
        }
        unsafe self.handle = handle
        unsafe buffer = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        unsafe libdeflate_free_decompressor(handle)
        unsafe buffer.deallocate()
    }

    func inflate(_ deflated: some Collection<UInt8>) throws(SealFlaw) -> [UInt8] {
        let (status, count) =
            unsafe deflated.withContiguousStorageIfAvailable { unsafe run($0) }
            ?? Array(deflated).withUnsafeBufferPointer { unsafe run($0) }
        switch status {
        case LIBDEFLATE_SUCCESS: return unsafe Array(buffer[..<count])
        case LIBDEFLATE_INSUFFICIENT_SPACE: throw unsafe .tooLarge(limit: buffer.count)
        default: throw .notDeflate
        }
    }

    private func run(_ input: UnsafeBufferPointer<UInt8>) -> (libdeflate_result, Int) {
        var count = 0
        var used = 0
        let status = unsafe libdeflate_deflate_decompress_ex(
            handle,
            input.baseAddress,
            input.count,
            buffer.baseAddress,
            buffer.count,
            &used,
            &count
        )
        // Bytes behind the deflate stream would be a second, silent content.
        guard status != LIBDEFLATE_SUCCESS || used == input.count else {
            return (LIBDEFLATE_BAD_DATA, 0)
        }
        return (status, count)
    }
}

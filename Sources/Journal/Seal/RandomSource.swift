import Glibc

/// Where unpredictable bytes come from; a parameter, so that a worked example has fixed bytes.
package struct RandomSource: Sendable {
    private let fill: @Sendable (Int) -> [UInt8]

    /// A source of its own; `fill` gives exactly as many bytes as it is asked for.
    package init(_ fill: @escaping @Sendable (Int) -> [UInt8]) {
        self.fill = fill
    }

    package func bytes(_ count: Int) -> [UInt8] {
        let bytes = fill(count)
        precondition(bytes.count == count, "asked for \(count) random bytes, got \(bytes.count)")
        return bytes
    }

    /// The kernel's generator, asked anew every time.
    ///
    /// Nothing is kept for later: a pool of salts in memory would come back with a machine's
    /// snapshot and repeat a nonce.
    package static let system = RandomSource { count in
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            while initialised < count {
                // getentropy(3) gives at most 256 bytes a call.
                let length = min(256, count - initialised)
                let start = unsafe buffer.baseAddress.map { unsafe $0 + initialised }
                guard let start = unsafe start, unsafe getentropy(start, length) == 0 else {
                    preconditionFailure("the kernel gives no random bytes")
                }
                initialised += length
            }
        }
    }
}

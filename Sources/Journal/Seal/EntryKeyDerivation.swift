import Crypto

/// HKDF-SHA256 (RFC 5869) for keys of 32 bytes, without an allocation for each step.
///
/// Every entry sealed and opened runs it; the general one of swift-crypto takes five times as long
/// (tests compare the two).
enum EntryKeyDerivation {
    private static let block = 64
    private static let hash = 32

    static func extract(salt: some Collection<UInt8>, key: UnsafeRawBufferPointer) -> [UInt8] {
        precondition(salt.count <= block, "a longer salt would have to be hashed first")
        return unsafe [UInt8](unsafeUninitializedCapacity: hash) { output, count in
            unsafe withPadded(salt, messageBytes: key.count) { message, authenticate in
                unsafe message.copyMemory(from: key)
                unsafe authenticate(key.count, UnsafeMutableRawBufferPointer(output))
            }
            count = hash
        }
    }

    static func expand(_ key: some Collection<UInt8>, info: [UInt8], count: Int) -> [UInt8] {
        let rounds = (count + hash - 1) / hash
        return unsafe [UInt8](unsafeUninitializedCapacity: rounds * hash) { output, initialised in
            let output = UnsafeMutableRawBufferPointer(output)
            unsafe withPadded(key, messageBytes: hash + info.count + 1) { message, authenticate in
                var length = 0
                for round in 1...rounds {
                    unsafe UnsafeMutableRawBufferPointer(rebasing: message[length...])
                        .copyBytes(from: info)
                    unsafe message[length + info.count] = UInt8(round)
                    let start = (round - 1) * hash
                    let result = unsafe UnsafeMutableRawBufferPointer(
                        rebasing: output[start..<(start + hash)]
                    )
                    unsafe authenticate(length + info.count + 1, result)
                    // Every round but the first begins with the result of the one before.
                    unsafe message.copyMemory(from: UnsafeRawBufferPointer(result))
                    length = hash
                }
            }
            initialised = count
        }
    }

    /// Lends a message buffer behind the padded key, and the function that authenticates its first
    /// bytes; what was in the buffer is wiped.
    private static func withPadded(
        _ key: some Collection<UInt8>,
        messageBytes: Int,
        _ body: (
            UnsafeMutableRawBufferPointer, (Int, UnsafeMutableRawBufferPointer) -> Void
        ) -> Void
    ) {
        let inner = block + messageBytes
        let outer = block + hash
        unsafe withUnsafeTemporaryAllocation(byteCount: inner + outer, alignment: 16) { scratch in
            unsafe scratch.initializeMemory(as: UInt8.self, repeating: 0)
            for (place, byte) in key.enumerated() {
                unsafe scratch[place] = byte
                unsafe scratch[inner + place] = byte
            }
            for place in 0..<block {
                unsafe scratch[place] ^= 0x36
                unsafe scratch[inner + place] ^= 0x5c
            }
            let message = unsafe UnsafeMutableRawBufferPointer(rebasing: scratch[block..<inner])
            let digest = unsafe UnsafeMutableRawBufferPointer(
                rebasing: scratch[(inner + block)...]
            )
            unsafe body(message) { length, result in
                unsafe digest256(
                    UnsafeRawBufferPointer(rebasing: scratch[..<(block + length)]),
                    digest
                )
                unsafe digest256(UnsafeRawBufferPointer(rebasing: scratch[inner...]), result)
            }
            unsafe scratch.initializeMemory(as: UInt8.self, repeating: 0)
        }
    }

    private static func digest256(
        _ input: UnsafeRawBufferPointer,
        _ output: UnsafeMutableRawBufferPointer
    ) {
        var hasher = SHA256()
        unsafe hasher.update(bufferPointer: input)
        unsafe hasher.finalize().withUnsafeBytes { unsafe output.copyMemory(from: $0) }
    }
}

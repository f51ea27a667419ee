/// Entries in a row, each `uint16 length ‖ bytes`: how bundles and segments hold them.
package enum Framing {
    /// How many entries the bytes are, or nil when the last does not end where they do.
    package static func count(_ bytes: ArraySlice<UInt8>) -> Int? {
        var count = 0
        var start = bytes.startIndex
        while start < bytes.endIndex {
            guard let end = end(of: start, in: bytes) else { return nil }
            start = end
            count += 1
        }
        return count
    }

    /// The entries one by one, without their lengths; nil when the bytes do not end with one.
    package static func entries(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var entries: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            guard let end = end(of: start, in: bytes) else { return nil }
            entries.append(bytes[start + 2..<end])
            start = end
        }
        return entries
    }

    /// The leaf hashes of framed entries; nil when the bytes do not end with one.
    ///
    /// Walks the bytes where they are: re-hashing a journal is this and little else.
    package static func leaves(_ bytes: ArraySlice<UInt8>) -> [Digest]? {
        var leaves: [Digest] = []
        leaves.reserveCapacity(bytes.count / 512)
        let isWhole = unsafe bytes.withUnsafeBytes { raw in
            var start = 0
            while start < raw.count {
                guard start + 2 <= raw.count else { return false }
                let length = unsafe Int(raw[start]) << 8 | Int(raw[start + 1])
                let end = start + 2 + length
                guard end <= raw.count else { return false }
                let entry = unsafe UnsafeRawBufferPointer(rebasing: raw[start + 2..<end])
                unsafe leaves.append(TreeHash.leaf(raw: entry))
                start = end
            }
            return true
        }
        return isWhole ? leaves : nil
    }

    /// The offset just behind the entry that starts at an offset.
    package static func end(of start: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        guard start + 2 <= bytes.endIndex else { return nil }
        let end = start + 2 + (Int(bytes[start]) << 8 | Int(bytes[start + 1]))
        return end <= bytes.endIndex ? end : nil
    }
}

extension Array<UInt8> {
    /// Appends a number, big-endian.
    mutating func appendInteger(_ value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension ArraySlice<UInt8> {
    /// The big-endian number at an offset.
    func integer<Number: FixedWidthInteger & UnsignedInteger>(at offset: Int) -> Number {
        self[offset..<offset + Number.bitWidth / 8].reduce(0) { $0 << 8 | Number($1) }
    }
}

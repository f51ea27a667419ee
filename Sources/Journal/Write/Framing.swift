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
    package static func leaves(_ bytes: ArraySlice<UInt8>) -> [Digest]? {
        guard let entries = entries(bytes) else { return nil }
        return entries.map { TreeHash.leaf($0) }
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

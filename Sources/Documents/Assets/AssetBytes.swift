/// Writes the little-endian numbers and counted runs that prepared assets are made of.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// A count and then the bytes.
    mutating func put(counted run: [UInt8]) {
        put(UInt32(run.count))
        bytes += run
    }
}

/// Reads what ``ByteWriter`` wrote; nil where the bytes end too early.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { place == bytes.count }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= bytes.count - place else { return nil }
        defer { place += count }
        return bytes[place..<place + count]
    }

    mutating func uint16() -> UInt16? {
        take(2)?.reversed().reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    }

    mutating func int16() -> Int16? {
        uint16().map { Int16(bitPattern: $0) }
    }

    mutating func uint32() -> UInt32? {
        take(4)?.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    mutating func run() -> [UInt8]? {
        guard let count = uint32() else { return nil }
        return take(Int(count)).map { [UInt8]($0) }
    }
}

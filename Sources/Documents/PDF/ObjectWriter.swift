/// Numbered objects one after the other, and where each begins (ISO 32000-1, 7.3.10 and 7.5.4).
struct ObjectWriter: Sendable {
    var bytes: [UInt8] = []
    /// Bytes that were handed on already.
    private(set) var handedOn = 0
    /// Place of object n in the file, 0 for one that is not written yet; object 0 never is.
    private(set) var offsets: [Int] = [0]

    mutating func reserve() -> Int {
        offsets.append(0)
        return offsets.count - 1
    }

    mutating func begin(_ number: Int) {
        offsets[number] = handedOn + bytes.count
        bytes.append(decimal: number)
        bytes.append(" 0 obj\n")
    }

    mutating func end() {
        bytes.append("\nendobj\n")
    }

    mutating func reference(_ number: Int) {
        bytes.append(decimal: number)
        bytes.append(" 0 R")
    }

    /// Ends a dictionary begun by the caller with the stream's length and the stream.
    mutating func endStream(_ data: [UInt8]) {
        bytes.append("/Filter/FlateDecode/Length ")
        bytes.append(decimal: data.count)
        bytes.append(">>\nstream\n")
        bytes += data
        bytes.append("\nendstream")
        end()
    }

    /// Gives away what was written so far.
    mutating func handOn() -> [UInt8] {
        handedOn += bytes.count
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// The cross-reference table, the trailer and the end of the file.
    ///
    /// `identifier` is 16 bytes that follow from the contents.
    mutating func finish(catalog: Int, info: Int, identifier: [UInt8]) {
        let start = handedOn + bytes.count
        bytes.append("xref\n0 ")
        bytes.append(decimal: offsets.count)
        bytes.append("\n0000000000 65535 f \n")
        for offset in offsets.dropFirst() { appendEntry(offset) }
        bytes.append("trailer\n<</Size ")
        bytes.append(decimal: offsets.count)
        bytes.append("/Root ")
        reference(catalog)
        bytes.append("/Info ")
        reference(info)
        bytes.append("/ID[")
        for _ in 0..<2 {
            bytes.append("<")
            for byte in identifier { bytes.append(hexByte: byte) }
            bytes.append(">")
        }
        bytes.append("]>>\nstartxref\n")
        bytes.append(decimal: start)
        bytes.append("\n%%EOF\n")
    }

    private mutating func appendEntry(_ offset: Int) {
        precondition(offset > 0, "every reserved object is written")
        var unit = 1_000_000_000
        while unit > 0 {
            bytes.append(UInt8(0x30 + offset / unit % 10))
            unit /= 10
        }
        bytes.append(" 00000 n \n")
    }
}

extension [UInt8] {
    mutating func append(hexByte byte: UInt8) {
        for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }
}

/// One group commit in the write-ahead file: its entries and the signed checkpoint of the tree
/// that they make.
///
/// ```
///  0   8  "PHWALSEG"
///  8   4  format version, 1                    all numbers big-endian
/// 12   4  length of the segment in bytes, without the zeros behind it
/// 16   8  index of the first entry
/// 24   4  number of entries
/// 28   4  length of the note
/// 32   8  incarnation of the writer
/// 40  32  SHA-256 of bytes 0 to 39
/// 72      entries, each uint16 length ‖ bytes: the same bytes as in a bundle
///         the signed checkpoint of the tree up to the last entry
///         zeros to the next multiple of 4,096
/// ```
///
/// The header is covered by its own hash, the entries by the root in the checkpoint, the
/// checkpoint by its signature: no byte can change unseen. Segments start on 4,096-byte bounds,
/// so that writing one never touches a block that holds an acknowledged one.
package struct Segment: Hashable, Sendable {
    package var first: EntryIndex
    package var count: Int
    package var incarnation: UInt64
    /// The entries, framed as in a bundle.
    package var framed: [UInt8]
    package var note: [UInt8]

    package static let alignment = 4_096
    package static let headerLength = 72
    /// What fits a length field of a bundle.
    package static let maximumEntry = 65_535
    static let magic = Array("PHWALSEG".utf8)
    static let version: UInt32 = 1

    package init(
        first: EntryIndex,
        count: Int,
        incarnation: UInt64,
        framed: [UInt8],
        note: [UInt8]
    ) {
        self.first = first
        self.count = count
        self.incarnation = incarnation
        self.framed = framed
        self.note = note
    }

    /// The size of the tree that the segment completes.
    package var size: TreeSize { TreeSize(first.value).adding(count) }

    var length: Int { Segment.headerLength + framed.count + note.count }

    /// The segment's bytes with the zeros that complete its last block.
    package var encoded: [UInt8] {
        var out: [UInt8] = []
        let padded = Segment.padded(length)
        out.reserveCapacity(padded)
        out += Segment.magic
        out.appendInteger(Segment.version)
        out.appendInteger(UInt32(length))
        out.appendInteger(first.value)
        out.appendInteger(UInt32(count))
        out.appendInteger(UInt32(note.count))
        out.appendInteger(incarnation)
        TreeHash.sha256(out).append(to: &out)
        out += framed
        out += note
        out.append(contentsOf: repeatElement(0, count: padded - out.count))
        return out
    }

    static func padded(_ length: Int) -> Int {
        (length + alignment - 1) / alignment * alignment
    }

    /// Adds an entry as bundles and segments hold it.
    package static func frame(_ entry: [UInt8], into out: inout [UInt8]) {
        precondition(entry.count <= maximumEntry, "an entry has at most 65,535 bytes")
        out.appendInteger(UInt16(entry.count))
        out += entry
    }
}

extension Segment {
    /// The fixed part at the start of a segment.
    package struct Header: Hashable, Sendable {
        package var version: UInt32
        package var length: Int
        package var first: EntryIndex
        package var count: Int
        package var noteLength: Int
        package var incarnation: UInt64

        /// Nil unless the magic and the hash over the header are right.
        package init?(_ bytes: ArraySlice<UInt8>) {
            guard bytes.count >= Segment.headerLength, bytes.starts(with: Segment.magic) else {
                return nil
            }
            let start = bytes.startIndex
            let checksum = TreeHash.sha256(Array(bytes[start..<start + 40]))
            guard Digest(bytes[start + 40..<start + 72]) == checksum else { return nil }
            version = bytes.integer(at: start + 8)
            length = Int(bytes.integer(at: start + 12) as UInt32)
            first = EntryIndex(bytes.integer(at: start + 16))
            count = Int(bytes.integer(at: start + 24) as UInt32)
            noteLength = Int(bytes.integer(at: start + 28) as UInt32)
            incarnation = bytes.integer(at: start + 32)
            guard length >= Segment.headerLength + noteLength + 2 * count, count > 0 else {
                return nil
            }
        }
    }

    /// Takes the rest of a segment apart; nil when the entries do not fill their place.
    init?(_ header: Header, bytes: ArraySlice<UInt8>) {
        guard bytes.count >= header.length else { return nil }
        let start = bytes.startIndex
        let entries = bytes[
            start + Segment.headerLength..<start + header.length - header.noteLength
        ]
        guard Framing.count(entries) == header.count else { return nil }
        first = header.first
        count = header.count
        incarnation = header.incarnation
        framed = Array(entries)
        note = Array(bytes[start + header.length - header.noteLength..<start + header.length])
    }
}

extension Segment {
    /// Takes segments apart that follow each other as in a write-ahead file.
    ///
    /// Nil unless they fill the bytes and each starts where the one before it ends. Nothing says yet
    /// that the log has signed them.
    package static func parse(_ bytes: [UInt8]) -> [Segment]? {
        var segments: [Segment] = []
        var start = 0
        while start < bytes.count {
            guard let header = Header(bytes[start...]), header.version == version,
                let segment = Segment(header, bytes: bytes[start...]),
                segments.last.map({ $0.size.next == segment.first }) ?? true
            else { return nil }
            segments.append(segment)
            start += padded(header.length)
        }
        return segments.isEmpty ? nil : segments
    }

    /// The bytes of segments in a row, each on its bound, without zeros behind the last.
    package static func join(_ segments: [Segment]) -> [UInt8] {
        var out: [UInt8] = []
        for (position, segment) in segments.enumerated() {
            let bytes = segment.encoded
            out += position == segments.count - 1 ? bytes[..<segment.length] : bytes[...]
        }
        return out
    }
}

/// The segments of one write-ahead file in order, through a window of bounded size.
struct SegmentReader {
    enum Item: Sendable {
        /// A whole segment; `end` is the offset behind it, without its zeros.
        case segment(Segment, end: Int)
        /// Zeros or the end of the file, where the next segment would start.
        case end(offset: Int)
        /// Bytes that are no segment.
        case damaged(offset: Int)
    }

    let disk: any Disk
    let file: WalFile
    private(set) var offset: Int
    private var window: [UInt8] = []
    private var windowStart = 0

    private static let windowLength = 1 << 20

    init(disk: any Disk, file: WalFile) {
        self.disk = disk
        self.file = file
        offset = 0
    }

    var path: String { file.path }

    /// The next item; asked again after `end` or `damaged`, it looks at the file anew.
    ///
    /// - Throws: `newer_format` for a segment that a later release wrote.
    mutating func next() throws(JournalFault) -> Item {
        if case .segment(let segment, let end) = try parse() { return .segment(segment, end: end) }
        // The window may be older than what the writer has written since.
        window = []
        return try parse()
    }

    private mutating func parse() throws(JournalFault) -> Item {
        let head = try bytes(at: offset, count: Segment.headerLength)
        guard head.contains(where: { $0 != 0 }) else { return .end(offset: offset) }
        guard let header = Segment.Header(head) else { return .damaged(offset: offset) }
        guard header.version == Segment.version else {
            throw JournalFault(
                .newerFormat,
                path: path,
                "expected segments of version \(Segment.version), found \(header.version)",
                hint: "the first entry of the journal names the release that reads it"
            )
        }
        let whole = try bytes(at: offset, count: Segment.padded(header.length))
        guard let segment = Segment(header, bytes: whole) else { return .damaged(offset: offset) }
        let end = offset + header.length
        offset += Segment.padded(header.length)
        return .segment(segment, end: end)
    }

    /// True when nothing but zeros lies between two offsets; to the end of the file without an end.
    mutating func isZero(from start: Int, to end: Int? = nil) throws(JournalFault) -> Bool {
        var start = start
        while end.map({ start < $0 }) ?? true {
            let count = min(SegmentReader.windowLength, (end ?? .max) - start)
            let block = try bytes(at: start, count: count)
            guard !block.isEmpty else { break }
            guard block.allSatisfy({ $0 == 0 }) else { return false }
            start += block.count
        }
        return true
    }

    /// The offset of the first intact segment header behind a damaged place, if there is one.
    mutating func headerBehind(_ damaged: Int) throws(JournalFault) -> Int? {
        var start = Segment.padded(damaged + 1)
        while true {
            let head = try bytes(at: start, count: Segment.headerLength)
            guard head.count == Segment.headerLength else { return nil }
            if Segment.Header(head) != nil { return start }
            start += Segment.alignment
        }
    }

    /// The bytes at an offset, fewer where the file ends.
    private mutating func bytes(
        at start: Int,
        count: Int
    ) throws(JournalFault) -> ArraySlice<UInt8> {
        if start < windowStart || start + count > windowStart + window.count {
            window = try disk.read(
                path,
                from: start,
                count: max(count, SegmentReader.windowLength)
            )
            windowStart = start
        }
        let low = start - windowStart
        return window[low..<min(low + count, window.count)]
    }
}

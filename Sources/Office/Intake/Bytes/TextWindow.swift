/// The part of a file that is being read: chunks join behind, what was read leaves in front.
///
/// Whoever reads keeps no more than one row or element in it: memory does not grow with the file.
struct TextWindow {
    /// UTF-8, or bytes that claim to be.
    private(set) var bytes: [UInt8] = []
    var position = 0
    private(set) var isAtEnd = false
    private var transcoder: Transcoder
    private var markLeft: Int
    private let source: ChunkSource

    init(_ source: @escaping ChunkSource, survey: FileSurvey) {
        self.source = source
        transcoder = Transcoder(survey.encoding)
        markLeft = survey.markLength
    }

    /// Appends the next chunk; at the end of the file, says so in ``isAtEnd``.
    mutating func load() throws {
        guard !isAtEnd else { return }
        guard var chunk = try source() else {
            bytes.append(contentsOf: transcoder.finish())
            isAtEnd = true
            return
        }
        if markLeft > 0 {
            let mark = min(markLeft, chunk.count)
            chunk.removeFirst(mark)
            markLeft -= mark
        }
        if position == bytes.count {
            bytes = transcoder.utf8(chunk)
        } else {
            if position > 0 { bytes.removeFirst(position) }
            bytes.append(contentsOf: transcoder.utf8(chunk))
        }
        position = 0
    }

    /// The next byte that is not white space, without taking it.
    mutating func peekPastSpace() throws -> UInt8? {
        while true {
            while position < bytes.count {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                case let byte: return byte
                }
            }
            guard !isAtEnd else { return nil }
            try load()
        }
    }
}

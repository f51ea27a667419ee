/// Takes the lines of a file that has one JSON item on each.
struct JSONLinesReader {
    private var window: TextWindow
    private var number: Int

    /// Begins behind the lines that were taken before.
    init(_ window: TextWindow, after number: Int = 0) {
        self.window = window
        self.number = number
    }

    mutating func next() throws -> JSONPiece? {
        while true {
            guard let line = try line() else { return nil }
            number += 1
            guard let line else {
                return JSONPiece(number: number, content: .flaw(JSONListReader.tooLong))
            }
            if line.contains(where: { $0 > 0x20 }) {
                return JSONPiece(number: number, content: .bytes(line))
            }
        }
    }

    /// The next line; the inner nothing stands for one that is too long.
    private mutating func line() throws -> [UInt8]?? {
        var line: [UInt8] = []
        var isTooLong = false
        var hasBegun = false
        while true {
            if window.position < window.bytes.count {
                hasBegun = true
                let rest = window.bytes[window.position...]
                let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
                isTooLong = isTooLong || line.count + end - rest.startIndex > IntakeLimits.element
                if !isTooLong { line += rest[..<end] }
                window.position = end
                if end < rest.endIndex {
                    window.position += 1
                    return .some(isTooLong ? nil : line)
                }
            }
            guard !window.isAtEnd else { return hasBegun ? .some(isTooLong ? nil : line) : nil }
            try window.load()
        }
    }
}

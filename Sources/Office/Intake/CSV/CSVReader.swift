/// Reads rows of RFC 4180, and of what programs really write: any line end, any delimiter.
///
/// A row that cannot be read is given back as one that says why, and reading goes on behind the
/// line in which the offending cell began, so that a forgotten quote costs one row and not the rest
/// of the file. A quote inside a cell that did not begin with one stands for itself.
struct CSVReader {
    private var window: TextWindow
    let delimiter: UInt8
    private var number: Int
    private var width = 16

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// Begins at the row of that number.
    init(_ window: TextWindow, delimiter: UInt8, number: Int = 1) {
        self.window = window
        self.delimiter = delimiter
        self.number = number
    }

    /// What a look at the window came to.
    private enum Scanned {
        case row(end: Int, next: Int)
        case needsMore
        /// Reading goes on behind the line in which `cell` begins.
        case flawed(CSVFlaw, cell: Int)
    }

    /// The next row that says anything; nothing at the end of the file.
    mutating func next() throws -> CSVRow? {
        while true {
            guard try hasBytes() else { return nil }
            let row = try row()
            number += 1
            if !row.isBlank { return row }
        }
    }

    private mutating func hasBytes() throws -> Bool {
        while window.position == window.bytes.count {
            guard !window.isAtEnd else { return false }
            try window.load()
        }
        return true
    }

    private mutating func row() throws -> CSVRow {
        var cells = Cells(capacity: width)
        while true {
            let start = window.position
            switch scan(into: &cells) {
            case .row(let end, let next):
                let bytes = window.bytes[start..<end]
                window.position = next
                width = cells.ranges.count
                return cells.row(number, bytes)
            case .needsMore:
                try window.load()
                cells.removeAll()
            case .flawed(let flaw, let cell):
                var bytes = Array(window.bytes[start..<cell])
                window.position = cell
                let rest = try restOfLine()
                cells.ranges.append(bytes.count..<bytes.count + rest.count)
                bytes += rest
                return cells.repaired(number, bytes[...], flaw)
            }
        }
    }

    /// Takes everything to the end of the line, and returns the first of it.
    private mutating func restOfLine() throws -> [UInt8] {
        var taken: [UInt8] = []
        while try hasBytes() {
            let bytes = window.bytes[window.position...]
            let end = bytes.firstIndex { $0 == Self.lineFeed || $0 == Self.carriageReturn }
            taken.append(
                contentsOf: bytes[..<(end ?? bytes.endIndex)]
                    .prefix(IntakeLimits.echo - taken.count)
            )
            window.position = end ?? bytes.endIndex
            guard end != nil else { continue }
            // The line feed may be a chunk away, and a chunk may hold half a character only.
            while window.position + 1 == window.bytes.count, !window.isAtEnd { try window.load() }
            let isPair =
                window.bytes[window.position] == Self.carriageReturn
                && window.position + 1 < window.bytes.count
                && window.bytes[window.position + 1] == Self.lineFeed
            window.position += isPair ? 2 : 1
            break
        }
        return taken
    }
}

/// The cells of a row while it is read: where they lie behind the row's start.
private struct Cells {
    var ranges: [Range<Int>] = []
    /// Cells whose doubled quotes were made single, and which cells they are.
    var unescaped: [UInt8] = []
    var moved: [(cell: Int, range: Range<Int>)] = []

    init(capacity: Int) {
        ranges.reserveCapacity(capacity + 1)
    }

    mutating func removeAll() {
        ranges.removeAll(keepingCapacity: true)
        unescaped.removeAll(keepingCapacity: true)
        moved.removeAll()
    }

    /// Keeps the next cell with its doubled quotes made single.
    mutating func unescape(_ cell: ArraySlice<UInt8>) {
        let start = unescaped.count
        var isSecond = false
        for byte in cell {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { unescaped.append(byte) }
        }
        moved.append((ranges.count, start..<unescaped.count))
    }

    func row(_ number: Int, _ bytes: ArraySlice<UInt8>) -> CSVRow {
        let (all, cells) = whole(bytes)
        guard (try? UTF8Span(validating: all.span)) != nil else {
            return repaired(number, bytes, .notUTF8)
        }
        return CSVRow(number: number, bytes: all, cells: cells)
    }

    /// The row with its broken characters replaced, so that it can be echoed.
    func repaired(_ number: Int, _ bytes: ArraySlice<UInt8>, _ flaw: CSVFlaw) -> CSVRow {
        let (all, ranges) = whole(bytes)
        var repaired: [UInt8] = []
        var cells: [Range<Int>] = []
        for range in ranges {
            let start = repaired.count
            repaired += String(decoding: all[range], as: UTF8.self).utf8
            cells.append(start..<repaired.count)
        }
        return CSVRow(number: number, bytes: repaired, cells: cells, flaw: flaw)
    }

    private func whole(_ bytes: ArraySlice<UInt8>) -> ([UInt8], [Range<Int>]) {
        guard !moved.isEmpty else { return (Array(bytes), ranges) }
        var cells = ranges
        for (cell, range) in moved {
            cells[cell] = range.lowerBound + bytes.count..<range.upperBound + bytes.count
        }
        return (Array(bytes) + unescaped, cells)
    }
}

// The scan itself: over what is in the window, from the row's start; begun again with more.
extension CSVReader {
    private func scan(into cells: inout Cells) -> Scanned {
        let bytes = window.bytes.span
        let start = window.position
        var at = start
        while true {
            let cell = at
            guard cells.ranges.count < IntakeLimits.columns else {
                return .flawed(.tooManyColumns, cell: cell)
            }
            if at < bytes.count, bytes[at] == Self.quote {
                switch scanQuoted(bytes, from: at + 1, row: start, into: &cells) {
                case .success(let end): at = end
                case .failure(let flaw): return .flawed(flaw, cell: cell)
                case nil: return tooLong(start, cell) ?? .needsMore
                }
            } else {
                while at < bytes.count {
                    let byte = bytes[at]
                    if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn {
                        break
                    }
                    at += 1
                }
                guard at - cell <= IntakeLimits.cell else {
                    return .flawed(.cellTooLong, cell: cell)
                }
                if at == bytes.count, !window.isAtEnd { return tooLong(start, cell) ?? .needsMore }
                cells.ranges.append(cell - start..<at - start)
            }
            guard at < bytes.count else { return .row(end: at, next: at) }
            if bytes[at] == delimiter {
                at += 1
                if at == bytes.count, !window.isAtEnd { return .needsMore }
                continue
            }
            guard at - start <= IntakeLimits.row else {
                cells.ranges.removeLast()
                return .flawed(.rowTooLong, cell: cell)
            }
            if bytes[at] == Self.lineFeed { return .row(end: at, next: at + 1) }
            guard at + 1 < bytes.count || window.isAtEnd else { return .needsMore }
            let isPair = at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
            return .row(end: at, next: at + (isPair ? 2 : 1))
        }
    }

    private func tooLong(_ start: Int, _ cell: Int) -> Scanned? {
        window.bytes.count - start > IntakeLimits.row ? .flawed(.rowTooLong, cell: cell) : nil
    }

    /// Where the quoted cell ends, behind its closing quote; nothing when that is not in sight.
    private func scanQuoted(
        _ bytes: Span<UInt8>,
        from start: Int,
        row: Int,
        into cells: inout Cells
    ) -> Result<Int, CSVFlaw>? {
        var at = start
        var hasQuotes = false
        while true {
            while at < bytes.count, bytes[at] != Self.quote { at += 1 }
            guard at - start <= IntakeLimits.cell else { return .failure(.cellTooLong) }
            guard at + 1 < bytes.count || at < bytes.count && window.isAtEnd else {
                return window.isAtEnd ? .failure(.quoteNotClosed) : nil
            }
            if at + 1 < bytes.count, bytes[at + 1] == Self.quote {
                hasQuotes = true
                at += 2
                continue
            }
            let isClosed =
                at + 1 == bytes.count || bytes[at + 1] == delimiter
                || bytes[at + 1] == Self.lineFeed || bytes[at + 1] == Self.carriageReturn
            guard isClosed else { return .failure(.textAfterQuote) }
            if hasQuotes { cells.unescape(window.bytes[start..<at]) }
            cells.ranges.append(start - row..<at - row)
            return .success(at + 1)
        }
    }
}

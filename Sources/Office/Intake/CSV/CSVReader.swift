/// Reads rows of RFC 4180, and of what programs really write: any line end, any delimiter.
///
/// A row that cannot be read is given back as one that says why, and reading goes on behind the
/// line in which the offending cell began, so that a forgotten quote costs one row and not the rest
/// of the file. A quote inside a cell that did not begin with one stands for itself.
struct CSVReader {
    private var window: TextWindow
    let delimiter: UInt8
    private var number: Int
    private var rowCapacity = 512
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
        case row(next: Int)
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
        var cells = Cells(bytes: rowCapacity, cells: width)
        while true {
            switch scan(into: &cells) {
            case .row(let next):
                window.position = next
                rowCapacity = max(64, cells.bytes.count + cells.bytes.count / 8)
                width = cells.ends.count
                return checked(cells)
            case .needsMore:
                try window.load()
                cells.removeAll()
            case .flawed(let flaw, let cell):
                window.position = cell
                let rest = try restOfLine()
                cells.bytes.append(contentsOf: rest)
                cells.ends.append(cells.bytes.count)
                return repaired(cells, flaw)
            }
        }
    }

    private func checked(_ cells: Cells) -> CSVRow {
        guard (try? UTF8Span(validating: cells.bytes.span)) != nil else {
            return repaired(cells, .notUTF8)
        }
        return CSVRow(number: number, bytes: cells.bytes, ends: cells.ends)
    }

    /// The row with its broken characters replaced, so that it can be echoed.
    private func repaired(_ cells: Cells, _ flaw: CSVFlaw) -> CSVRow {
        let raw = CSVRow(number: number, bytes: cells.bytes, ends: cells.ends)
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for cell in raw.texts {
            bytes.append(contentsOf: cell.utf8)
            ends.append(bytes.count)
        }
        return CSVRow(number: number, bytes: bytes, ends: ends, flaw: flaw)
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
            guard let end else { continue }
            if window.bytes[end] == Self.carriageReturn, end + 1 == window.bytes.count {
                try window.load()
            }
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

/// The cells of a row while it is read.
private struct Cells {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    init(bytes: Int, cells: Int) {
        self.bytes.reserveCapacity(bytes)
        ends.reserveCapacity(cells)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func end() { ends.append(bytes.count) }
}

// The scan itself: over what is in the window, from the row's start; begun again when more is there.
extension CSVReader {
    private func scan(into cells: inout Cells) -> Scanned {
        let bytes = window.bytes.span
        let start = window.position
        var at = start
        while true {
            let cell = at
            guard cells.ends.count < IntakeLimits.columns else {
                return .flawed(.tooManyColumns, cell: cell)
            }
            if at < bytes.count, bytes[at] == Self.quote {
                switch scanQuoted(bytes, from: at + 1, into: &cells) {
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
                cells.bytes.append(contentsOf: window.bytes[cell..<at])
            }
            cells.end()
            guard at < bytes.count else { return .row(next: at) }
            if bytes[at] == delimiter {
                at += 1
                if at == bytes.count, !window.isAtEnd { return .needsMore }
                continue
            }
            guard at - start <= IntakeLimits.row else { return .flawed(.rowTooLong, cell: cell) }
            if bytes[at] == Self.lineFeed { return .row(next: at + 1) }
            guard at + 1 < bytes.count || window.isAtEnd else { return .needsMore }
            let isPair = at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
            return .row(next: at + (isPair ? 2 : 1))
        }
    }

    private func tooLong(_ start: Int, _ cell: Int) -> Scanned? {
        window.bytes.count - start > IntakeLimits.row ? .flawed(.rowTooLong, cell: cell) : nil
    }

    /// Where the quoted cell ends, behind its closing quote; nothing when that is not in sight.
    private func scanQuoted(
        _ bytes: Span<UInt8>,
        from start: Int,
        into cells: inout Cells
    ) -> Result<Int, CSVFlaw>? {
        let kept = cells.bytes.count
        var run = start
        var at = start
        while true {
            while at < bytes.count, bytes[at] != Self.quote { at += 1 }
            guard at - start <= IntakeLimits.cell else {
                cells.bytes.removeSubrange(kept...)
                return .failure(.cellTooLong)
            }
            guard at + 1 < bytes.count || at < bytes.count && window.isAtEnd else {
                guard window.isAtEnd else { return nil }
                cells.bytes.removeSubrange(kept...)
                return .failure(.quoteNotClosed)
            }
            cells.bytes.append(contentsOf: window.bytes[run..<at])
            guard at + 1 < bytes.count else { return .success(at + 1) }
            switch bytes[at + 1] {
            case Self.quote:
                cells.bytes.append(Self.quote)
                at += 2
                run = at
            case delimiter, Self.lineFeed, Self.carriageReturn: return .success(at + 1)
            default:
                cells.bytes.removeSubrange(kept...)
                return .failure(.textAfterQuote)
            }
        }
    }
}

/// One row of a CSV file: its cells without their quotes, in one piece of memory.
package struct CSVRow: Hashable, Sendable {
    /// As a spreadsheet counts: the header is row 1.
    package let number: Int
    /// The row as it stands in the file, and behind it what had to be unescaped; always UTF-8.
    package let bytes: [UInt8]
    /// Where in ``bytes`` each cell lies.
    package let cells: [Range<Int>]
    /// Why the row cannot be read; then the last cell is the raw text from there on.
    package let flaw: CSVFlaw?

    init(number: Int, bytes: [UInt8], cells: [Range<Int>], flaw: CSVFlaw? = nil) {
        self.number = number
        self.cells = cells
        self.bytes = bytes
        self.flaw = flaw
    }

    package var count: Int { cells.count }

    /// The cell's bytes without ASCII white space around them.
    func trimmed(_ cell: Int) -> Range<Int> { trimmed(cells[cell]) }

    func trimmed(_ whole: Range<Int>) -> Range<Int> {
        var (lower, upper) = (whole.lowerBound, whole.upperBound)
        while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
        while lower < upper, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }

    package func text(_ cell: Int) -> String {
        String(decoding: bytes[cells[cell]], as: UTF8.self)
    }

    package var texts: [String] { (0..<count).map(text) }

    /// Whether no cell says anything: what spreadsheets leave behind below a table.
    var isBlank: Bool {
        flaw == nil && cells.allSatisfy { trimmed($0).isEmpty }
    }
}

/// Why a row cannot be read.
package enum CSVFlaw: Error, Hashable, Sendable {
    case quoteNotClosed
    case textAfterQuote
    case cellTooLong
    case rowTooLong
    case tooManyColumns
    case notUTF8
    case cells(expected: Int, found: Int)
}

extension CSVFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .quoteNotClosed: "a quoted cell is not closed"
        case .textAfterQuote: "text follows a closing quote; a quote in a cell is written twice"
        case .cellTooLong: "a cell is longer than \(IntakeLimits.cell) bytes"
        case .rowTooLong: "the row is longer than \(IntakeLimits.row) bytes"
        case .tooManyColumns: "the row has more than \(IntakeLimits.columns) cells"
        case .notUTF8: "the row holds bytes that are not utf-8"
        case .cells(let expected, let found): "expected \(expected) cells, found \(found)"
        }
    }
}

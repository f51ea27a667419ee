/// How a CSV file is written: its delimiter and its line end, told from its first line.
struct CSVDialect {
    static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
    ]

    let delimiter: UInt8
    let endsLinesWithCarriageReturn: Bool
    /// Whether the first line is `sep=;`, which spreadsheets read and drop.
    let isNamed: Bool

    /// Reads the dialect without taking anything from the window.
    ///
    /// The delimiter is the one that makes most known columns of the header; equal, the one that
    /// makes most columns; equal, the first of the list.
    static func of(_ window: inout TextWindow) throws -> CSVDialect {
        while !window.isAtEnd, window.bytes.count - window.position < IntakeLimits.cell {
            try window.load()
        }
        let head = Array(window.bytes[window.position...].prefix(IntakeLimits.cell))
        let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
        let rest = head.dropFirst(line.count)
        let ending = rest.starts(with: [0x0D, 0x0A])
        if line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" {
            return CSVDialect(
                delimiter: line[4],
                endsLinesWithCarriageReturn: ending,
                isNamed: true
            )
        }
        var best = (delimiter: delimiters[0], known: -1, cells: 0)
        for delimiter in delimiters {
            let names = try header(head, delimiter)
            let known = names.count { HeaderNames.isKnown($0) }
            if (known, names.count) > (best.known, best.cells) {
                best = (delimiter, known, names.count)
            }
        }
        return CSVDialect(
            delimiter: best.delimiter,
            endsLinesWithCarriageReturn: ending,
            isNamed: false
        )
    }

    private static func header(_ head: [UInt8], _ delimiter: UInt8) throws -> [String] {
        var reader = CSVReader(
            TextWindow(Chunks.of(head), survey: FileSurvey()),
            delimiter: delimiter
        )
        return try reader.next()?.texts ?? []
    }
}

import Mail

/// Writes a lodgement file back with what became of each row: the same rows in the same order, and
/// four columns more.
///
/// It writes along while the file is read and keeps nothing. Where the bytes go is the caller's
/// seam: a temporary name, renamed after ``finish()``, so that a file half written is never taken
/// for a whole one.
package struct ResultWriter {
    package static let columns = ["row_status", "error_codes", "error_messages", "item_id"]

    private let layout: ResultLayout
    private let sink: ([UInt8]) throws -> Void
    private var pending: [UInt8] = []

    private static let buffer = 65_536

    package init(_ layout: ResultLayout, to sink: @escaping ([UInt8]) throws -> Void) {
        self.layout = layout
        self.sink = sink
        pending.reserveCapacity(Self.buffer + 4096)
        if layout.startsWithByteOrderMark { pending += [0xEF, 0xBB, 0xBF] }
        for name in layout.header { append(name.utf8) }
        for name in Self.columns { append(name.utf8) }
        endRow()
    }

    package mutating func write(_ record: IntakeRecord, _ result: RowResult) throws {
        let answer = [
            result.status.rawValue, result.codes.map(\.rawValue).joined(separator: " "),
            result.messages.joined(separator: "; "), result.item?.text ?? "",
        ]
        if layout.echoesRows {
            for row in record.rows { write(row, answer) }
        } else {
            append((record.lodgement.reference ?? "").utf8)
            append(record.rowNumbers.map(String.init).joined(separator: " ").utf8)
            for cell in answer { append(cell.utf8) }
            endRow()
        }
        if pending.count >= Self.buffer { try flush() }
    }

    /// Hands the last bytes to the sink.
    package mutating func finish() throws { try flush() }

    private mutating func flush() throws {
        guard !pending.isEmpty else { return }
        try sink(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// Cells a malformed row has beyond the header stand behind the answer, so that columns agree.
    private mutating func write(_ row: CSVRow, _ answer: [String]) {
        for position in layout.positions {
            append(position < row.count ? echoed(row, position) : [])
        }
        for cell in answer { append(cell.utf8) }
        let width = (layout.positions.last ?? -1) + 1
        if row.flaw != nil, row.count > width, !layout.removesApostrophes {
            for position in width..<row.count { append(echoed(row, position)) }
        }
        endRow()
    }

    private func echoed(_ row: CSVRow, _ position: Int) -> ArraySlice<UInt8> {
        let cell = row.bytes[row.cells[position]]
        return layout.removesApostrophes ? FormulaGuard.unguarded(cell) : cell
    }

    private mutating func append(_ cell: some Collection<UInt8>) {
        let isGuarded = FormulaGuard.needsGuard(cell)
        let isQuoted = cell.contains {
            $0 == layout.delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        if isQuoted { pending.append(UInt8(ascii: "\"")) }
        if isGuarded { pending.append(FormulaGuard.apostrophe) }
        if isQuoted {
            for byte in cell {
                if byte == UInt8(ascii: "\"") { pending.append(byte) }
                pending.append(byte)
            }
            pending.append(UInt8(ascii: "\""))
        } else {
            pending.append(contentsOf: cell)
        }
        pending.append(layout.delimiter)
    }

    private mutating func endRow() {
        // The delimiter behind the last cell gives way to the line end.
        pending.removeLast()
        pending += layout.lineEnd
    }
}

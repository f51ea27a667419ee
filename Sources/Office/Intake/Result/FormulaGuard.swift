/// Keeps cells from being taken for formulas by the spreadsheet that opens a file of ours.
enum FormulaGuard {
    static let apostrophe = UInt8(ascii: "'")

    /// Whether a spreadsheet may compute a cell that begins with this byte.
    static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
            true
        default: false
        }
    }

    /// Whether the cell needs the apostrophe in front: it begins like a formula and is no number.
    ///
    /// A cell that looks guarded already gets one more, so that ``unguarded(_:)`` always gives back
    /// what was written.
    static func needsGuard(_ cell: some Collection<UInt8>) -> Bool {
        guard let first = cell.first else { return false }
        guard first == apostrophe else { return startsFormula(first) && !isNumber(cell) }
        return cell.first { $0 != apostrophe }.map(startsFormula) ?? false
    }

    /// The cell as it was before a result file guarded it.
    static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == apostrophe, needsGuard(cell.dropFirst()) else { return cell }
        return cell.dropFirst()
    }

    /// A sign, then digits with at most one point or comma among them.
    private static func isNumber(_ cell: some Collection<UInt8>) -> Bool {
        guard let first = cell.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        else {
            return false
        }
        var digits = 0
        var marks = 0
        for byte in cell.dropFirst() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."), UInt8(ascii: ","): marks += 1
            default: return false
            }
        }
        return digits > 0 && marks <= 1
    }
}

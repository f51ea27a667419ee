/// How far a label printer's picture is moved, in tenths of a millimetre: right and down.
///
/// A document's bytes are recorded and stay as they are (design.md §7); what is added for a printer
/// tells the printer where its paper lies, and changes nothing of the label itself. ZPL has
/// commands for that. PDF has not: a PDF moved is another PDF, and every driver moves the page
/// itself, so an offset of a printer that takes PDF is refused rather than ignored.
package struct PrinterOffset: Hashable, Sendable {
    /// 10 mm: at 300 dpi 118 dots, and `^LT` takes 120.
    static let most = 100

    package let x: Int
    package let y: Int

    package init(x: Int = 0, y: Int = 0) {
        precondition(abs(x) <= Self.most && abs(y) <= Self.most, "an offset is at most 10 mm")
        self.x = x
        self.y = y
    }

    var isZero: Bool { x == 0 && y == 0 }

    /// The label for that printer.
    ///
    /// Label home (`^LH`) moves right and down; label shift (`^LS`) moves left, label top (`^LT`) up
    /// (ZPL II programming guide). A printer keeps shift and top until it is told otherwise, so all
    /// three are said each time, zero or not: no label is moved by what was set for another.
    func applied(to zpl: [UInt8], dotsPerMillimetre: Int) -> [UInt8] {
        let home = Array("^LH0,0\n".utf8)
        guard let place = zpl.firstRange(of: home) else { return zpl }
        func dots(_ tenths: Int) -> Int { (abs(tenths) * dotsPerMillimetre + 5) / 10 }
        let (across, down) = (dots(x), dots(y))
        let words =
            "^LH\(x > 0 ? across : 0),\(y > 0 ? down : 0)\n"
            + "^LS\(x < 0 ? across : 0)\n^LT\(y < 0 ? -down : 0)\n"
        return zpl[..<place.lowerBound] + Array(words.utf8) + zpl[place.upperBound...]
    }
}

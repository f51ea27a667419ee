import Mail
import Testing

@testable import Documents

/// Nothing is drawn in a bar code or its quiet zones, whatever a form says, and sizes are S10's.
@Suite(.enabled(if: TestFonts.areInstalled, "Debian's Noto fonts are not installed"))
struct BarZoneTests {
    @Test("zones are free on every side", arguments: FormFixtures.sampleNames, Mode.allCases)
    func free(name: String, mode: Mode) throws {
        let drawing = Drawing(stationery: try #require(FormFixtures.stationery))
        let source = try FormFixtures.source(name, .german, mode)
        for label in LabelFormat.allCases {
            let paper = Paper(source, PrintTable(label: label))
            for kind in DocumentSet.kinds(of: source.record) where kind.rawValue.hasSuffix("pdf") {
                for sheet in try drawing.sheets(kind, paper) {
                    try check(sheet, "\(kind) of \(name)")
                }
            }
        }
    }

    private func check(_ sheet: Sheet, _ what: String) throws {
        let marks = (sheet.template?.marks ?? []) + sheet.marks
        for case .bars(let bars) in marks {
            let millimetres = Double(bars.module.value) / 1000
            #expect(millimetres >= 0.33 && millimetres <= 0.51, "\(what)")
            #expect(bars.height >= .millimetres(9), "\(what)")
            #expect(bars.height.value * 100 >= bars.width.value * 15, "\(what)")
            let quiet = max(bars.module * 10, .millimetres(5))
            let zone = Box(
                origin: Point(x: bars.origin.x - quiet, y: bars.origin.y),
                size: Size(width: bars.width + quiet * 2, height: bars.height)
            )
            #expect(zone.left >= .zero && zone.right <= sheet.size.width, "\(what)")
            for mark in marks {
                guard let box = mark.area else { continue }
                let isApart =
                    box.right <= zone.left || box.left >= zone.right || box.bottom <= zone.top
                    || box.top >= zone.bottom
                #expect(isApart, "\(what): \(mark)")
            }
        }
    }
}

extension Mark {
    /// The room that a mark takes; nothing for the bar code itself.
    fileprivate var area: Box? {
        switch self {
        case .bars: nil
        case .text(let text): text.box
        case .rectangle(let rectangle): rectangle.box
        case .rule(let rule):
            Box(
                origin: Point(x: min(rule.from.x, rule.to.x), y: min(rule.from.y, rule.to.y)),
                size: Size(
                    width: max(rule.from.x, rule.to.x) - min(rule.from.x, rule.to.x),
                    height: max(rule.from.y, rule.to.y) - min(rule.from.y, rule.to.y)
                )
            )
        }
    }
}

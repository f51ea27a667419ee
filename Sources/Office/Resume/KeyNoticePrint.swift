import Documents
import Mail

/// Sets a notice of changed keys on sheets of A4, one language behind the other.
enum KeyNoticePrint {
    private static let margin = 20.0
    private static let width = 170.0
    private static let bottom = 280.0

    private static let title = TextStyle(.bold, points: 20, shrinkTo: 14, maxLines: 2)
    private static let heading = TextStyle(.bold, points: 12, shrinkTo: 9, maxLines: 2)
    private static let body = TextStyle(points: 11, shrinkTo: 9, maxLines: 4)
    private static let exact = TextStyle(.mono, points: 9, shrinkTo: 5)

    /// Letters of body text that a line holds, the widest a little smaller.
    private static let letters = 90

    static func pdf(
        _ notice: KeyNotice,
        _ directory: OfficeDirectory,
        edition: String
    ) throws -> [UInt8] {
        let press = Press(try OfficeAssets.library(directory, edition: edition))
        return try press.pdf(
            DrawnDocument(
                title: KeyNoticeTexts.title.in(.english),
                language: Language.english.rawValue,
                sheets: notice.languages.flatMap { sheets(notice.sections($0)) }
            )
        )
    }

    private static func sheets(_ sections: [KeyNotice.Section]) -> [Sheet] {
        var sheets: [Sheet] = []
        var marks: [Mark] = []
        var top = 18.0
        func place(_ text: String, _ style: TextStyle, height: Double) {
            if top + height > bottom {
                sheets.append(Sheet(size: .a4, marks: marks))
                (marks, top) = ([], 18)
            }
            marks.append(.text(text, in: .millimetres(margin, top, width, height), style))
            top += height
        }
        for (position, section) in sections.enumerated() {
            let isFirst = position == 0
            place(section.heading, isFirst ? title : heading, height: isFirst ? 18 : 7)
            for line in section.lines {
                let rows = (line.count + letters - 1) / letters
                place(
                    line,
                    section.isExact ? exact : body,
                    height: section.isExact ? 5.5 : Double(max(1, rows)) * 5.5 + 1
                )
            }
            top += 4
        }
        return sheets + [Sheet(size: .a4, marks: marks)]
    }
}

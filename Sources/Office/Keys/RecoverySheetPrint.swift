import Documents
import Mail
import Vault

/// Sets a recovery sheet on one side of A4, in type that a tired person reads.
enum RecoverySheetPrint {
    private static let margin = 20.0
    private static let width = 170.0
    private static let wordsTop = 87.0
    private static let rowHeight = 10.8
    private static let columns = 3

    private static let heading = TextStyle(.bold, points: 26, shrinkTo: 18)
    private static let fact = TextStyle(points: 11, shrinkTo: 5, maxLines: 2)
    private static let body = TextStyle(points: 12, shrinkTo: 9, maxLines: 3)
    private static let strong = TextStyle(.bold, points: 12, shrinkTo: 9, maxLines: 2)
    private static let number = TextStyle(points: 11, align: .right, vertical: .middle)
    private static let word = TextStyle(.mono, points: 17, vertical: .middle)
    private static let command = TextStyle(.mono, points: 9, shrinkTo: 6)

    /// A file for each sheet, set with the fonts of the office's edition.
    static func pdf(
        _ sheets: [RecoverySheet],
        _ directory: OfficeDirectory,
        edition: String
    ) throws -> [[UInt8]] {
        let press = Press(try OfficeAssets.library(directory, edition: edition))
        return try sheets.map { try press.pdf(drawn($0)) }
    }

    private static func drawn(_ sheet: RecoverySheet) -> DrawnDocument {
        DrawnDocument(
            title: sheet.title,
            language: sheet.profile.language.rawValue,
            sheets: [Sheet(size: .a4, marks: head(sheet) + words(sheet.share) + foot(sheet))]
        )
    }

    private static func head(_ sheet: RecoverySheet) -> [Mark] {
        var marks: [Mark] = [
            .text(sheet.title, in: .millimetres(margin, 18, width, 13), heading),
            .rule(
                from: .millimetres(margin, 33),
                to: .millimetres(margin + width, 33),
                width: .millimetres(0.6)
            ),
        ]
        var top = 36.5
        for fact in sheet.facts {
            marks.append(.text(fact.name, in: .millimetres(margin, top, 34, 6), Self.fact))
            marks.append(
                .text(fact.value, in: .millimetres(margin + 34, top, width - 34, 6), Self.fact)
            )
            top += 6
        }
        marks.append(
            .text(sheet.opens, in: .millimetres(margin, 62, width, 18), strong)
        )
        return marks
    }

    /// Down the columns, as people read out numbered lists.
    private static func words(_ share: Share) -> [Mark] {
        let words = share.words
        let rows = (words.count + columns - 1) / columns
        let columnWidth = width / Double(columns)
        var marks: [Mark] = [
            .rectangle(
                Rectangle(
                    .millimetres(
                        margin,
                        wordsTop - 3,
                        width,
                        Double(rows) * rowHeight + 6
                    ),
                    width: .millimetres(0.4)
                )
            )
        ]
        for (index, text) in words.enumerated() {
            let left = margin + Double(index / rows) * columnWidth
            let top = wordsTop + Double(index % rows) * rowHeight
            marks.append(
                .text("\(index + 1)", in: .millimetres(left + 1, top, 9, rowHeight), number)
            )
            marks.append(
                .text(text, in: .millimetres(left + 13, top, columnWidth - 14, rowHeight), word)
            )
        }
        return marks
    }

    private static func foot(_ sheet: RecoverySheet) -> [Mark] {
        var marks: [Mark] = []
        var top = 219.0
        let language = sheet.profile.language
        marks.append(
            .text(SheetTexts.howTo.in(language), in: .millimetres(margin, top, width, 6), strong)
        )
        top += 7
        for (index, step) in sheet.steps.enumerated() {
            marks.append(
                .text("\(index + 1).", in: .millimetres(margin, top, 7, 6), Self.fact)
            )
            marks.append(
                .text(step, in: .millimetres(margin + 7, top, width - 7, 6), Self.fact)
            )
            top += 6
        }
        for command in sheet.commands {
            marks.append(
                .text(command, in: .millimetres(margin + 7, top, width - 7, 5), Self.command)
            )
            top += 5
        }
        top += 3
        for line in sheet.keep {
            marks.append(.text(line, in: .millimetres(margin, top, width, 6), strong))
            top += 6.5
        }
        marks.append(
            .text(
                "\(SheetTexts.publicPart.in(language)): \(sheet.recipient)",
                in: .millimetres(margin, 276, width, 5),
                command
            )
        )
        return marks
    }
}

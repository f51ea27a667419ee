import Documents
import Foundation
import Testing

/// The bytes of a page in many scripts, kept; recorded anew only with POSTHORN_RECORD=1.
@Suite("a page of many scripts stays the same bytes", .enabled(if: TestFonts.areInstalled))
struct ScriptsGoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/Page/scripts")

    static func file() throws -> [UInt8] {
        var marks: [Mark] = [
            .rectangle(
                Rectangle(.millimetres(8, 8, 89, 132), stroke: .grey(60), width: .micrometres(150))
            )
        ]
        for (index, (name, text)) in PressTests.scripts.enumerated() {
            let y = 10 + Double(index) * 3.9
            let label = TextStyle(.italic, points: 6, vertical: .middle, ink: .grey(70))
            marks.append(.text(name, in: .millimetres(10, y, 18, 3.8), label))
            let style = TextStyle(points: 8, shrinkTo: 5, vertical: .middle)
            marks.append(.text(text, in: .millimetres(30, y, 65, 3.8), style))
        }
        let sheet = Sheet(size: .a6, marks: marks)
        let document = DrawnDocument(title: "Scripts — écritures", language: "en", sheets: [sheet])
        return try TestFonts.press().pdf(document)
    }

    @Test("as recorded")
    func isGolden() throws {
        let expected = Self.folder.appending(path: "expected.pdf")
        let file = try Self.file()
        if ProcessInfo.processInfo.environment["POSTHORN_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.folder,
                withIntermediateDirectories: true
            )
            try Data(file).write(to: expected)
        }
        let recorded = try [UInt8](Data(contentsOf: expected))
        let first = zip(recorded, file).enumerated().first { $1.0 != $1.1 }?.offset
        #expect(
            first == nil && recorded.count == file.count,
            "\(recorded.count) bytes recorded, \(file.count) made, differing from \(first ?? -1)"
        )
    }
}

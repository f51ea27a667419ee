import Foundation

/// A key ceremony that was held: three sheets, each a file of words, and an escrow elsewhere.
struct Ceremony: Sendable {
    let sheets: [String]
    let escrow: GroundPath

    /// Holds one as an office's people would, with the sheets typed back from paper.
    static func hold(_ office: StakedOffice, named name: String = "sheets") async throws -> Ceremony
    {
        let folder = try office.ground.path(name)
        let begun = try await office.ask(["keys", "ceremony", "--out", folder.absolute])
        guard begun.status == 6 else { throw Siege.Stuck("the ceremony: \(begun.brief)") }
        let sheets = try words(in: folder)
        try await office.command(
            ["keys", "ceremony", "--out", folder.absolute]
                + sheets.flatMap { ["--confirm", $0] }
        )
        let escrow = try office.ground.path("\(name)-escrow")
        try await office.command(["keys", "escrow", "add", escrow.absolute])
        return Ceremony(sheets: sheets, escrow: escrow)
    }

    static func words(in folder: GroundPath) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.absolute)
        let sheets = names.filter { $0.hasSuffix(".txt") }.sorted()
            .map { folder.absolute + "/" + $0 }
        guard sheets.count == 3 else {
            throw Siege.Stuck("expected three sheets, found \(names.sorted())")
        }
        return sheets
    }
}

import Foundation

/// A25: those who hold the sheets are too few, mistyped a word, brought one sheet twice, or one of them
/// is a thief.
enum KeyHolders {
    static let scenario = Scenario(
        name: .keyHolders,
        title: "sheets missing, mistyped, doubled, mixed, stolen",
        defence: "the threshold: a thief holds two sheets of three",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let bucket = try await field.stores.store().bucket("a25")
        let office = try await StakedOffice(on: field, vaults: [bucket], promise: 1)
        let ceremony = try await Ceremony.hold(office)
        let live = try await office.serve()
        try await Clients(office: live, book: office.book)
            .lodge(field.count(small: 10, full: 200))
        try await live.stop()
        let thief = try await attempt(
            field,
            bucket,
            ceremony,
            Array(ceremony.sheets.prefix(field.isDisarmed ? 2 : 1)),
            "thief"
        )
        outcome.claim(!thief.isOpen, "what a thief holds opened the office")

        let (mistyped, begun) = (try wrongWord(ceremony.sheets[0], field), ContinuousClock.now)
        let wrong = try await attempt(
            field,
            bucket,
            ceremony,
            [mistyped, ceremony.sheets[1]],
            "wrong"
        )
        outcome.detected = Clients.seconds(since: begun)
        outcome.said = "the restore, which named the sheet with the wrong word"
        outcome.claim(!wrong.isOpen, "a wrong word opened the office")
        outcome.claim(
            wrong.text.contains("mistyped"),
            "the wrong word's sheet is not named: \(wrong.text)"
        )

        let copy = try field.ground.path("copy.txt").absolute
        try FileManager.default.copyItem(atPath: ceremony.sheets[0], toPath: copy)
        let doubled = try await attempt(
            field,
            bucket,
            ceremony,
            [ceremony.sheets[0], copy],
            "doubled"
        )
        outcome.claim(!doubled.isOpen, "one sheet twice opened the office")
        let fresh = try await replaced(office)
        let mixed = try await attempt(
            field,
            bucket,
            ceremony,
            [ceremony.sheets[0], fresh[1]],
            "mixed"
        )
        outcome.claim(!mixed.isOpen, "sheets of two sets opened the office")

        try Attacker.remove(office.path)
        try await field.recover(
            office,
            from: [bucket],
            keys: fresh.prefix(2) + [ceremony.escrow.absolute],
            &outcome
        )
        return outcome
    }

    private struct Attempt {
        /// Whether anything sealed could be read with it.
        let isOpen: Bool
        let text: String
    }

    /// Restores into a folder of its own with some sheets, and looks whether items can be read.
    private static func attempt(
        _ field: Field,
        _ bucket: ObjectStore.Bucket,
        _ ceremony: Ceremony,
        _ sheets: [String],
        _ name: String
    ) async throws -> Attempt {
        let place = try field.ground.path("with-\(name)")
        let finished = try await field.rescue(
            [bucket],
            keys: sheets + [ceremony.escrow.absolute],
            to: place
        )
        let items = try? await Recovered.read(place).items
        try Attacker.remove(place)
        return Attempt(
            isOpen: finished.status == 0 || !(items ?? [:]).isEmpty,
            text: finished.text
        )
    }

    /// A copy of a sheet with one word put in the place of another.
    private static func wrongWord(_ sheet: String, _ field: Field) throws -> String {
        var lines = String(decoding: try Data(contentsOf: URL(filePath: sheet)), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = lines.lastIndex { !$0.hasPrefix("#") && !$0.isEmpty } ?? 0
        var words = lines[line].split(separator: " ").map(String.init)
        let last = words.count - 1
        words[last] = words[last] == "academic" ? "acid" : "academic"
        lines[line] = words.joined(separator: " ")
        let path = try field.ground.path("mistyped.txt")
        try Attacker.write(Array(lines.joined(separator: "\n").utf8), to: path)
        return path.absolute
    }

    /// A stolen sheet is made worthless: a new set takes the place of the old one.
    private static func replaced(_ office: StakedOffice) async throws -> [String] {
        let folder = try office.ground.path("new-sheets")
        let rotate = ["keys", "rotate", "--recovery", "--out", folder.absolute]
        let begun = try await office.ask(rotate)
        guard begun.status == 6 else { throw Siege.Stuck("the new set: \(begun.brief)") }
        let sheets = try Ceremony.words(in: folder)
        try await office.command(rotate + sheets.flatMap { ["--confirm", $0] })
        return sheets
    }
}

import Foundation
import Testing

@testable import Journal
@testable import Vault

@Suite("Keys that a rescuer has at hand")
struct RescueKeysTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "posthorn-rescue-keys-\(UUID().uuidString)").path

    /// Two sheets, a wrapped key and a text that is neither.
    private func lay() throws -> (recipient: AgeRecipient, shares: [Share]) {
        let (recipient, shares) = RecoveryShares.make(random: .system)
        let month = try #require(CalendarMonth("2026-11"))
        let key = EpochKey.generate(
            for: Epoch(month: month, entryClass: .personal),
            random: .system
        )
        let wrapped = try WrappedKey(wrapping: key, to: [recipient], random: .system)
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        let keys = PosixKeyFiles(path: folder + "/keys")
        try keys.write(wrapped.name, wrapped.file)
        let sheets = PosixKeyFiles(path: folder + "/sheets")
        for share in shares.dropLast() {
            let text = "# sheet \(share.number)\n" + share.words.joined(separator: "\n")
            try sheets.write("\(share.number).txt", Array(text.utf8))
        }
        try sheets.write("README", Array("Keep these sheets apart from one another.\n".utf8))
        return (recipient, shares)
    }

    @Test("two sheets in a folder open the keys in another, and so do two files")
    func opens() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (recipient, _) = try lay()
        for sheets in [["/sheets"], ["/sheets/1.txt", "/sheets/2.txt"]] {
            let paths = (sheets + ["/keys"]).map { folder + $0 }
            let sources = try RescueKeys.sources(paths)
            #expect(sources.identities.map(\.recipient) == [recipient])
            #expect(try sources.keyring().keys.count == 1)
        }
    }

    @Test(
        "of two editions in an escrow the one that the new sheets open is restored",
        arguments: [["0", "f"], ["f", "0"]]
    )
    func choosesEdition(_ order: [String]) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (recipient, _) = try lay()
        let (old, _) = RecoveryShares.make(random: .system)
        let epoch = Epoch(month: try #require(CalendarMonth("2026-10")), entryClass: .personal)
        let key = EpochKey.generate(for: epoch, random: .system)
        let escrow = PosixKeyFiles(path: folder + "/escrow")
        var name = ""
        for (people, edition) in zip([old, recipient], order) {
            let wrapped = try WrappedKey(wrapping: key, to: [people], random: .system)
            name = wrapped.name
            let flat = name.split(separator: "/").last?.dropLast(4) ?? ""
            let suffix = String(repeating: edition, count: 16)
            try escrow.write("\(flat)-\(suffix).age", wrapped.file)
        }
        let keys = try RestoreKeys([folder + "/sheets", folder + "/escrow"], of: [])
        let wrapped = try #require(WrappedKey(name: name, file: keys.files[name] ?? []))
        let sources = try RescueKeys.sources([folder + "/sheets"])
        #expect((try? wrapped.unwrap(sources.identities, path: "")) != nil)
    }

    @Test("one sheet is refused, and a sheet with a wrong word by its name")
    func refused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (_, shares) = try lay()
        #expect(throws: SheetFlaw(sheet: "", flaw: .tooFew(needed: 2, found: 1))) {
            try RescueKeys.sources([folder + "/sheets/1.txt"])
        }
        var words = shares[1].words
        words[20] = "acidd"
        let file = folder + "/sheets/2.txt"
        try Data(words.joined(separator: " ").utf8).write(to: URL(filePath: file))
        #expect(
            throws: SheetFlaw(sheet: file, flaw: .unknownWord("acidd", place: 21, meant: "acid"))
        ) { try RescueKeys.sources([folder + "/sheets"]) }
    }

    @Test("an identity file stays one")
    func identity() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let identity = AgeIdentity.generate(.system)
        try PosixKeyFiles(path: folder).write("id", Array("\(identity.secretText)\n".utf8))
        #expect(try RescueKeys.sources([folder + "/id"]).identities == [identity])
        #expect(throws: KeysFault.self) { try RescueKeys.sources([folder + "/nothing"]) }
    }
}

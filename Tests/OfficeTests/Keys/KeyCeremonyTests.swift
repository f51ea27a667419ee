import Foundation
import Journal
import Ledger
import Mail
import Testing
import Vault

@testable import Office

@Suite("A key ceremony")
struct KeyCeremonyTests {
    private let work: Workplace
    private let out: String

    init() async throws {
        work = try await Workplace()
        // Beside the office, and gone with it at the end of the test.
        out = work.directory.root + "-sheets"
        var desk = try await work.open()
        // Keys of both classes: lodging is the everyday way to them.
        let steps = try work.steps(desk)
        let checked = try await steps.check.check([Example.packet("a-1")], at: work.clock.now())
        _ = try await desk.lodge(checked, at: work.clock.now())
        try await desk.close()
    }

    private func begin(
        _ mode: RecoveryPending.Mode = .add
    ) async throws -> KeyCeremony.Begun {
        try await KeyCeremony.begin(work.directory, mode: mode, out: out, clock: work.clock)
    }

    private static func typed(_ begun: KeyCeremony.Begun) throws -> [ShareSet.Named] {
        try begun.sheets.flatMap { try ShareText.shares(in: $0.text, name: $0.name) }
    }

    private func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in FileManager.default.enumerator(atPath: folder) ?? NSEnumerator() {
            guard let name = name as? String else { continue }
            files[name] = try? Data(contentsOf: URL(filePath: folder + "/" + name))
        }
        return files
    }

    @Test("until it is confirmed the office is as it was, and the identity is in no file")
    func begins() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let before = try files(work.directory.root)
        let begun = try await begin()
        var after = try files(work.directory.root)
        #expect(after.removeValue(forKey: "keys/recovery.pending") != nil)
        // The ledger is opened to look at, and touches its own side files.
        #expect(
            after.filter { !$0.key.contains("ledger") }
                == before.filter { !$0.key.contains("ledger") }
        )

        let identity = try RecoveryShares.identity(Array(try Self.typed(begun).prefix(2)))
        #expect("\(identity.recipient)" == begun.pending.recipient)
        let secret = Data(identity.secretText.utf8)
        for (name, bytes) in after.merging(try files(out), uniquingKeysWith: { $1 }) {
            #expect(bytes.range(of: secret) == nil, "\(name)")
        }
        #expect(begun.files.count == 6)
        for file in begun.files {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test("two sheets or the sheets of another set confirm nothing; all three do")
    func confirms() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let old = try Self.typed(try await begin())
        let begun = try await begin()
        let typed = try Self.typed(begun)
        await #expect(throws: CeremonyRefusal.sheetsMissing(needed: 3, found: 2)) {
            try await KeyCeremony.confirm(
                work.directory,
                shares: Array(typed.prefix(2)),
                clock: work.clock
            )
        }
        let waiting = begun.pending.set
        await #expect(
            throws: CeremonyRefusal.otherSet(waiting: waiting, typed: old[0].share.identifier)
        ) {
            try await KeyCeremony.confirm(work.directory, shares: old, clock: work.clock)
        }
        let held = try await KeyCeremony.confirm(work.directory, shares: typed, clock: work.clock)
        #expect(held.recipient == begun.pending.recipient && held.recipients == 1)
        #expect(held.wrapped == 2)
        await #expect(throws: CeremonyRefusal.notBegun) {
            try await KeyCeremony.confirm(work.directory, shares: typed, clock: work.clock)
        }
    }

    @Test("what it changed is told in the journal, in plain and as an act")
    func isTold() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let begun = try await begin()
        _ = try await KeyCeremony.confirm(work.directory, begun: begun, clock: work.clock)
        let reader = try JournalReader(directory: work.directory.journal)
        var cursor = try reader.cursor(from: EntryIndex(0))
        var names: [String] = []
        while let entry = try cursor.next() {
            guard entry.bytes.first == 0 else { continue }
            if case .keyFileDigest(let name, _, _) = try ControlRecord(
                json: entry.bytes.dropFirst()
            ) {
                names.append(name)
            }
        }
        #expect(names.last == "recovery.recipients")
        let desk = try await work.open()
        let acts = try desk.ledger.acts(limit: 5).map(\.act)
        try await desk.close()
        #expect(acts.first?.name == "recovery.add")
        #expect(acts.first?.object == begun.pending.recipient)
    }

    @Test("any two sheets then open every key, and one does not")
    func opens() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let begun = try await begin()
        _ = try await KeyCeremony.confirm(work.directory, begun: begun, clock: work.clock)
        let typed = try Self.typed(begun)
        for left in 0..<3 {
            let pair = (0..<3).filter { $0 != left }.map { typed[$0] }
            let identity = try RecoveryShares.identity(pair)
            let report = try await RecoveryCheck.run(work.directory, identities: [identity])
            #expect(report.isProven && report.isRecovery && report.opened == 2)
        }
        let stranger = AgeIdentity.generate(.system)
        let report = try await RecoveryCheck.run(work.directory, identities: [stranger])
        #expect(!report.isProven && !report.isRecovery && report.opened == 0)
        #expect(throws: SheetFlaw.self) { try RecoveryShares.identity([typed[0]]) }
    }

    @Test("a recovery key that takes the place of another leaves the other nothing to open")
    func replaces() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let first = try await begin()
        _ = try await KeyCeremony.confirm(work.directory, begun: first, clock: work.clock)
        let second = try await begin(.replace)
        let held = try await KeyCeremony.confirm(work.directory, begun: second, clock: work.clock)
        #expect(held.recipients == 1)
        let old = try RecoveryShares.identity(try Self.typed(first))
        let new = try RecoveryShares.identity(try Self.typed(second))
        #expect(try await RecoveryCheck.run(work.directory, identities: [old]).opened == 0)
        #expect(try await RecoveryCheck.run(work.directory, identities: [new]).isProven)
    }

    @Test("a word that is read wrong stops it")
    func wrongWord() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let sheet = try await begin().sheets[1]
        let words = sheet.share.words
        try KeyCeremony.check(words[4].uppercased(), sheet: sheet, place: 5)
        #expect(throws: CeremonyRefusal.otherWord(sheet: 2, place: 5)) {
            try KeyCeremony.check("academic acid", sheet: sheet, place: 5)
        }
    }

    @Test(
        "sheets are not written into the office that they are to rescue",
        arguments: ["", "/a/b"]
    )
    func outside(_ below: String) async throws {
        let inside = work.directory.root + below
        await #expect(throws: CeremonyRefusal.insideOffice(inside)) {
            try await KeyCeremony.begin(
                work.directory,
                mode: .add,
                out: inside,
                clock: work.clock
            )
        }
        #expect(!FileManager.default.fileExists(atPath: work.directory.root + "/a"))
    }

    @Test("keys turn, and the recovery key still opens what is new")
    func rotates() async throws {
        defer { try? FileManager.default.removeItem(atPath: out) }
        let begun = try await begin()
        _ = try await KeyCeremony.confirm(work.directory, begun: begun, clock: work.clock)
        let before = try Data(contentsOf: URL(filePath: work.directory.keys + "/office.identity"))
        #expect(try await KeyWork.rotateIdentity(work.directory, clock: work.clock).wrapped == 2)
        let after = try Data(contentsOf: URL(filePath: work.directory.keys + "/office.identity"))
        #expect(before != after)
        let key = try await KeyWork.rotateSigning(work.directory, clock: work.clock)
        #expect(try JournalReader(directory: work.directory.journal, keys: [key]).size.count > 0)
        let identity = try RecoveryShares.identity(try Self.typed(begun))
        #expect(try await RecoveryCheck.run(work.directory, identities: [identity]).isProven)
        try await work.open().close()
    }
}

/// The sheet as a person sees it.
@Suite("A recovery sheet")
struct RecoverySheetTests {
    private static func sheet(
        _ language: Language,
        operatorName: String = "Test Post"
    ) throws -> RecoverySheet {
        let (recipient, shares) = RecoveryShares.make(random: .system)
        return RecoverySheet(
            share: shares[1],
            recipient: "\(recipient)",
            profile: OfficeProfile(
                operatorName: operatorName,
                country: try #require(Country("GB")),
                language: language,
                mode: .test
            ),
            origin: "posthorn.invalid/gb/test/1",
            day: try #require(CalendarDay("2026-11-27"))
        )
    }

    @Test("its text gives the share back, in every language", arguments: Language.allCases)
    func text(_ language: Language) throws {
        let sheet = try Self.sheet(language)
        let found = try ShareText.shares(in: sheet.text, name: "sheet")
        #expect(found.map(\.share) == [sheet.share])
        #expect(!sheet.text.contains("{"))
        #expect(sheet.title.contains("2") && sheet.title.contains("3"))
    }

    @Test("it can be printed in every language, whatever the operator is called")
    func print() async throws {
        let work = try await Workplace()
        let desk = try await work.open()
        let edition = desk.edition
        try await desk.close()
        let names = ["Test Post", String(repeating: "Королевская Почта ", count: 8), "日本郵便"]
        let sheets = try Language.allCases.flatMap { language in
            try names.map { try Self.sheet(language, operatorName: $0) }
        }
        let files = try RecoverySheetPrint.pdf(sheets, work.directory, edition: edition)
        #expect(files.count == 15 && files.allSatisfy { $0.starts(with: Array("%PDF-".utf8)) })
    }
}

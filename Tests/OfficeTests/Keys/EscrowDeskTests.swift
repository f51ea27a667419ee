import Foundation
import Journal
import Mail
import Testing

@testable import Office

@Suite("Escrows of an office")
struct EscrowDeskTests {
    private let work: Workplace
    private let folder: String

    init() async throws {
        work = try await Workplace()
        folder = work.directory.root + "-escrow"
    }

    private func clock(days: Int64) -> OfficeClock {
        let start = work.clock.now().milliseconds
        return OfficeClock { Moment(milliseconds: start + days * 86_400_000) }
    }

    private func status(days: Int64) async throws -> (EscrowStatus, isWhole: Bool) {
        let clock = clock(days: days)
        let status = try #require(await EscrowDesk.status(work.directory, clock: clock).first)
        return (status, status.isWhole(at: UnixTime(seconds: clock.now().milliseconds / 1000)))
    }

    @Test("one that is added is filled and named in the settings; adding it again is refused")
    func adds() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let added = try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        // No ceremony was held: nobody to wrap the office's secrets to.
        #expect(added.report.added.count == 1 && added.isSameDevice)
        #expect(try await status(days: 0).isWhole)
        await #expect(throws: EscrowDesk.Refusal.alreadyAdded(folder)) {
            try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: work.directory.root)
        #expect(!left.contains("staging"))
    }

    @Test("a week on it is due, each start renews it, and a month of neglect is told")
    func renews() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        #expect(try await status(days: 6).0.due == [])
        #expect(try await status(days: 6).isWhole)
        #expect(try await status(days: 7).0.due.count == 1)
        #expect(try await status(days: 7).isWhole)
        #expect(try await !status(days: 9).isWhole)
        try await OfficeOpening.open(work.directory, clock: clock(days: 9)).close()
        let (renewed, isWhole) = try await status(days: 9)
        let time = UnixTime(seconds: clock(days: 9).now().milliseconds / 1000)
        #expect(isWhole && renewed.lockedUntil == time.adding(days: 35))
    }

    @Test("a medium that is not there holds nothing up, and nothing is written in its place")
    func unmounted() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try await OfficeOpening.open(work.directory, clock: clock(days: 8)).close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        let (status, isWhole) = try await status(days: 8)
        #expect(!isWhole && status.fault?.contains("expected an escrow") == true)
    }

    @Test("an escrow serves one office")
    func otherOffice() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        try Data("posthorn.invalid/other\n".utf8)
            .write(to: URL(filePath: folder + "/posthorn.escrow"))
        #expect(try await status(days: 0).0.fault?.contains("posthorn.invalid/other") == true)
    }

    @Test("a folder in the office, and one that holds a log, are refused")
    func refused() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let inside = work.directory.root + "/escrow"
        await #expect(throws: EscrowDesk.Refusal.insideOffice(inside)) {
            try await EscrowDesk.add(inside, to: work.directory, clock: work.clock)
        }
        #expect(!FileManager.default.fileExists(atPath: inside))
        try FileManager.default.createDirectory(
            atPath: folder + "/tile",
            withIntermediateDirectories: true
        )
        await #expect(throws: EscrowDesk.Refusal.holdsLog(folder)) {
            try await EscrowDesk.add(folder, to: work.directory, clock: work.clock)
        }
        await #expect(throws: EscrowDesk.Refusal.notAbsolute("escrow")) {
            try await EscrowDesk.add("escrow", to: work.directory, clock: work.clock)
        }
    }

    @Test(
        "the settings keep everything else as it is written",
        arguments: [
            ("", "escrows:\n  - '/m/it''s'\n"),
            ("label: a6", "label: a6\nescrows:\n  - '/m/it''s'\n"),
            ("escrows:\n  - /a\nlabel: a6\n", "escrows:\n  - '/m/it''s'\n  - /a\nlabel: a6\n"),
            ("escrows: [/a] # far\n", "escrows: ['/m/it''s', /a] # far\n"),
            ("escrows: []\n", "escrows: ['/m/it''s']\n"),
        ]
    )
    func settings(before: String, after: String) throws {
        #expect(EscrowSettings.adding("/m/it's", to: before) == after)
        #expect(try OfficeSettings(yaml: after).escrows.directories.contains("/m/it's"))
    }

    @Test(
        "settings that cannot be are refused",
        arguments: [
            "escrows: here", "escrows: [relative]", "escrows: [/a, /a]", "witnesses: here",
            "witnesses: {}", "witnesses: {policy: p, maxAge: 1}", "witnesses: {policy: p, age: 60}",
        ]
    )
    func flaws(_ yaml: String) {
        #expect(throws: OfficeSettings.Flaw.self) { try OfficeSettings(yaml: yaml) }
    }
}

import Foundation
import Journal
import Mail
import Testing
import Vault

@testable import Office

@Suite("An office's posture")
struct PostureTests {
    private static let now = UnixTime(seconds: 1_795_000_000)

    private static func copy(
        _ name: String,
        _ kind: PostureFacts.Copy.Kind,
        offSite: Bool = false,
        hold: PostureFacts.Copy.Hold = .nothing,
        errors: Int? = 0,
        checkedDaysAgo: Int = 1
    ) -> PostureFacts.Copy {
        PostureFacts.Copy(
            name: name,
            kind: kind,
            isOffSite: offSite,
            hold: hold,
            errors: errors,
            checked: errors == nil ? nil : now.adding(days: -checkedDaysAgo)
        )
    }

    private static let own = copy("journal", .officeDisk)
    private static let stick = copy("stick", .directory, offSite: true, hold: .offline)
    private static let store = copy(
        "store",
        .objectStore,
        offSite: true,
        hold: .locked(until: now.adding(days: 14))
    )

    /// The subjects that fail.
    private static func failing(
        recovery: PostureFacts.Recovery = .init(recipients: 1, isRecorded: true, unwrapped: []),
        copies: [PostureFacts.Copy] = [own, stick, store],
        escrows: [EscrowStatus] = [],
        witnesses: WitnessAge? = nil
    ) -> [String] {
        let facts = PostureFacts(
            now: now,
            recovery: recovery,
            copies: copies,
            escrows: escrows,
            witnesses: witnesses
        )
        let lines = Posture.judge(facts)
        for line in lines {
            #expect(!line.why.isEmpty)
            #expect(line.mend.isEmpty == (line.verdict == .ok), "\(line)")
        }
        #expect(Posture.holds(lines) == !lines.contains { $0.verdict == .fails })
        return lines.filter { $0.verdict == .fails && $0.subject != "escrow" }.map(\.subject)
    }

    @Test("3 copies, 2 kinds, 1 off-site, 1 held, 0 errors and a ceremony hold")
    func holds() {
        #expect(Self.failing() == [])
    }

    @Test(
        "each copy that is less than needed is told by what it lacks",
        arguments: [
            ([own, store], ["copies"]),
            (
                [
                    own, copy("b", .officeDisk, offSite: true, hold: .offline),
                    copy("c", .officeDisk),
                ], ["kinds"]
            ),
            ([own, copy("b", .directory, hold: .offline), copy("c", .objectStore)], ["off-site"]),
            (
                [own, copy("b", .directory, offSite: true), copy("c", .objectStore)],
                ["locked or offline"]
            ),
            (
                [
                    own, copy("b", .directory, offSite: true),
                    copy("c", .objectStore, hold: .locked(until: now)),
                ], ["locked or offline"]
            ),
            ([own, stick, copy("c", .objectStore, errors: 1)], ["errors"]),
            ([own, stick, copy("c", .objectStore, errors: nil)], ["errors"]),
            ([own, stick, copy("c", .objectStore, checkedDaysAgo: 31)], ["errors"]),
            ([own, stick, copy("c", .objectStore, checkedDaysAgo: 30)], []),
            ([own], ["copies", "kinds", "off-site", "locked or offline"]),
        ] as [([PostureFacts.Copy], [String])]
    )
    func copies(_ copies: [PostureFacts.Copy], _ subjects: [String]) {
        #expect(Self.failing(copies: copies) == subjects)
    }

    @Test(
        "a ceremony that was not held, was exchanged or left keys out fails",
        arguments: [
            PostureFacts.Recovery(recipients: 0, isRecorded: false, unwrapped: []),
            PostureFacts.Recovery(recipients: 1, isRecorded: false, unwrapped: []),
            PostureFacts.Recovery(recipients: 1, isRecorded: true, unwrapped: ["a.age"]),
        ]
    )
    func ceremony(_ recovery: PostureFacts.Recovery) {
        #expect(Self.failing(recovery: recovery) == ["ceremony"])
    }

    @Test("witnesses are a note where there are none, and fail where they are old")
    func witnesses() {
        #expect(Self.failing(witnesses: .fresh(size: .zero, since: Self.now)) == [])
        #expect(Self.failing(witnesses: .notAsked) == [])
        #expect(Self.failing(witnesses: .stale(size: .zero, since: Self.now)) == ["witnesses"])
        #expect(Self.failing(witnesses: .never) == ["witnesses"])
    }

    @Test("a real office: before a ceremony, after it, and when somebody exchanges recipients")
    func survey() async throws {
        let work = try await Workplace()
        let out = work.directory.root + "-sheets"
        let escrow = work.directory.root + "-escrow"
        defer {
            for path in [out, escrow] { try? FileManager.default.removeItem(atPath: path) }
        }
        func failing() async throws -> [String] {
            let facts = try await PostureSurvey.facts(
                work.directory,
                vaults: [Self.stick, Self.store],
                clock: work.clock
            )
            return Posture.judge(facts).filter { $0.verdict == .fails }.map(\.subject)
        }
        #expect(try await failing() == ["ceremony", "escrow"])
        let begun = try await KeyCeremony.begin(
            work.directory,
            mode: .add,
            out: out,
            clock: work.clock
        )
        #expect(try await failing() == ["ceremony", "escrow"])
        _ = try await KeyCeremony.confirm(work.directory, begun: begun, clock: work.clock)
        #expect(try await failing() == ["escrow"])
        _ = try await EscrowDesk.add(escrow, to: work.directory, clock: work.clock)
        #expect(try await failing() == [])

        let stranger = AgeIdentity.generate(.system).recipient
        try KeysDirectory(files: PosixKeyFiles(path: work.directory.keys))
            .write(recovery: [stranger])
        #expect(try await failing().first == "ceremony")
    }
}

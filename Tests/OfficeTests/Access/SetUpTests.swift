import Ledger
import Mail
import Testing

@testable import Office

@Suite("Setting up accounts")
struct SetUpTests {
    static let password = "mill lane jumpers"
    static let order = StaffOrder(
        name: "ben",
        displayName: "Ben",
        role: .exchange,
        language: .dutch
    )

    private func setUp(_ token: String, in office: ServedOffice) async throws -> NewSession {
        try await office.access.setUpFirst(
            token,
            name: "ada",
            displayName: "Ada Fox",
            language: .english,
            password: Self.password
        )
    }

    @Test func makesTheFirstAccountOnceAndOffersNoMore() async throws {
        try await Workplace.serving { office in
            let link = try #require(try await office.access.offerSetUp())
            #expect(try office.access.setUpLink(link.token) == .first)
            await #expect(throws: StaffRefusal.linkDead) { try await setUp("wrong", in: office) }
            let begun = try await setUp(link.token, in: office)
            #expect(try office.access.session(begun.token)?.account.role == .admin)
            await #expect(throws: StaffRefusal.linkDead) {
                try await setUp(link.token, in: office)
            }
            #expect(try await office.access.offerSetUp() == nil)
            let acts = try office.ledger.acts(limit: 9).map(\.act.name)
            #expect(acts == ["session.begin", "staff.manage", "setup.offer"])
        }
    }

    @Test func makesOneAccountOfManyWhoComeWithTheLinkAtOnce() async throws {
        try await Workplace.serving { office in
            let link = try #require(try await office.access.offerSetUp())
            let made = await withTaskGroup(of: Bool.self) { group in
                for number in 1...4 {
                    group.addTask {
                        let session = try? await office.access.setUpFirst(
                            link.token,
                            name: "ada\(number)",
                            displayName: "Ada",
                            language: .english,
                            password: Self.password
                        )
                        return session != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 1)
            #expect(try office.ledger.staff().count == 1)
        }
    }

    @Test func theLinkExpires() async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock) { office in
            let link = try #require(try await office.access.offerSetUp())
            time.pass(seconds: 86_400)
            await #expect(throws: StaffRefusal.linkDead) {
                try await setUp(link.token, in: office)
            }
            let invited = try await office.access.addStaff(Self.order, by: .local)
            time.pass(seconds: 3 * 86_400)
            await #expect(throws: StaffRefusal.linkDead) {
                _ = try await office.access.setUp(invited.token, password: Self.password)
            }
        }
    }

    @Test func letsAnInvitedPersonSetAPasswordThatNobodyElseSaw() async throws {
        try await Workplace.serving { office in
            let link = try await office.access.addStaff(Self.order, by: .local)
            let before = try #require(try office.ledger.staff("ben"))
            #expect(before.passwordHash == nil)
            #expect(try office.access.setUpLink(link.token) == .account(before))
            await #expect(throws: StaffRefusal.self) {
                _ = try await office.access.setUp(link.token, password: "short")
            }
            let begun = try await office.access.setUp(link.token, password: Self.password)
            #expect(try office.access.session(begun.token)?.account.name == "ben")
            await #expect(throws: StaffRefusal.linkDead) {
                _ = try await office.access.setUp(link.token, password: Self.password)
            }
        }
    }

    @Test func aResetEndsEverythingAndBeginsAnew() async throws {
        try await Workplace.serving { office in
            let link = try await office.access.addStaff(Self.order, by: .local)
            let begun = try await office.access.setUp(link.token, password: Self.password)
            let again = try await office.access.resetStaff("ben", by: .local)
            #expect(try office.access.session(begun.token) == nil)
            let signIn = try await office.access
                .signIn("ben", password: Self.password, from: "a")
            #expect(signIn == .refused)
            _ = try await office.access.setUp(again.token, password: Self.password)
        }
    }

    @Test(
        "names no account",
        arguments: ["", "Ada", "ada fox", "ada/", "ädа", String(repeating: "a", count: 41)]
    )
    func refusesTheName(_ name: String) async throws {
        try await Workplace.serving { office in
            let order = StaffOrder(name: name, displayName: "", role: .clerk, language: .english)
            await #expect(throws: StaffRefusal.nameMalformed(name)) {
                _ = try await office.access.addStaff(order, by: .local)
            }
        }
    }

    @Test func givesANameToNobodyElse() async throws {
        try await Workplace.serving { office in
            _ = try await office.access.addStaff(Self.order, by: .local)
            try await office.access.deactivateStaff("ben", by: .local)
            await #expect(throws: StaffRefusal.nameTaken("ben")) {
                _ = try await office.access.addStaff(Self.order, by: .local)
            }
        }
    }
}

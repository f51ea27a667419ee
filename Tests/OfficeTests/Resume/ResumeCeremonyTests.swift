import Foundation
import Journal
import Ledger
import Mail
import Testing
import Vault

@testable import Office

@Suite("The first opening of a restored office")
struct ResumeCeremonyTests {
    private let place: RestoredWorkplace

    init() async throws {
        place = try await RestoredWorkplace()
    }

    /// A day of work: an item, a key, a webhook, two accounts, one of them an admin's.
    private func work() async throws {
        var desk = try await place.open(place.lost.directory)
        let now = place.clock.now()
        let steps = try place.lost.steps(desk)
        _ = try await desk.lodge(
            try await steps.check.check([Example.packet("before")], at: now),
            at: now
        )
        _ = try await desk.addKey(
            KeyOrder(name: "shop", role: .shipper, mode: .test, customer: "fox"),
            by: .local,
            random: .system,
            at: now
        )
        _ = try await desk.addWebhook(
            WebhookOrder(url: "https://shop.example/hook", events: [], customer: "fox"),
            by: .local,
            random: .system,
            at: now
        )
        for (name, role) in [("ada", Role.admin), ("ben", .clerk)] {
            let order = StaffOrder(
                name: name,
                displayName: name,
                role: role,
                language: .english
            )
            _ = try await desk.addStaff(order, by: .local, random: .system, at: now)
            let account = try desk.account(name)
                .changed(by: .local, at: now) { draft in
                    draft.passwordHash = "$argon2id$stolen"
                    draft.oneTimeSecret = "00"
                    draft.invitation = nil
                }
            try await desk.change(account, "set", by: .local)
        }
        try await desk.close()
    }

    private func loseAndRestore() async throws {
        try place.addVault()
        try await work()
        try await place.restore()
    }

    @Test("replaces every secret, tells of each, and does it once")
    func replaces() async throws {
        try await loseAndRestore()
        let old = try RestoredWorkplace.key(place.restored)
        #expect(try ResumeCeremony.isDue(place.restored))
        let before = try JournalReader(directory: place.restored.journal).size
        let desk = try await place.open(place.restored)
        let new = try RestoredWorkplace.key(place.restored)
        #expect(new != old && new.name == old.name)
        #expect(try desk.ledger.accessKeys().allSatisfy { $0.revokedAt != nil })
        let staff = try desk.ledger.staff()
        #expect(staff.count == 2 && staff.allSatisfy { $0.isActive && $0.passwordHash == nil })
        #expect(staff.allSatisfy { $0.oneTimeSecret == nil && $0.generation > 1 })
        #expect(staff.map { $0.invitation != nil } == [true, false])
        let acts = try desk.ledger.acts(limit: 50).map(\.act).filter { $0.by == .office }
        #expect(acts.contains { $0.name == "key.manage" && $0.reason?.hasPrefix("incarn") == true })
        #expect(acts.filter { $0.name == "staff.manage" }.count == 2)
        try await desk.close()

        let state = try #require(try ResumeState(place.restored))
        #expect(state.isContinued && !state.isDue && state.before.size == before)
        #expect(state.change?.from == old && state.change?.to == new)
        #expect(try ResumeCeremony.isDue(place.restored) == false)
        // The office's own check accepts the tree that two keys have signed parts of.
        let report = try JournalCheck.run(directory: place.restored.root, trust: .key(new))
        #expect(report.isWhole && report.identityIsProven)

        let size = try JournalReader(directory: place.restored.journal).size
        try await place.open(place.restored).close()
        #expect(try JournalReader(directory: place.restored.journal).size == size)
    }

    @Test("numbers that the lost office may have drawn are not drawn again")
    func skipsNumbers() async throws {
        try await loseAndRestore()
        var desk = try await place.open(place.restored)
        let now = place.clock.now()
        let steps = try OfficeOpening.steps(place.restored, desk, at: now)
        let known = try await desk.lodge(
            try await steps.check.check([Example.packet("before")], at: now),
            at: now
        )
        let fresh = try await desk.lodge(
            try await steps.check.check([Example.packet("after")], at: now),
            at: now
        )
        let (first, second) = (known.first?.item?.record.id, fresh.first?.item?.record.id)
        #expect(first != nil && second != nil && first != second)
        var lost = try await place.open(place.lost.directory)
        let other = try await lost.lodge(
            try await place.lost.steps(lost).check.check([Example.packet("theirs")], at: now),
            at: now
        )
        #expect(other.first?.item?.record.id != second)
        try await lost.close()
        try await desk.close()
    }

    @Test("a ceremony that was broken off behind the new key goes on under that key")
    func resumes() async throws {
        try await loseAndRestore()
        _ = try await ResumeCeremony.handOver(place.restored, clock: place.clock)
        let key = try RestoredWorkplace.key(place.restored)
        #expect(try ResumeCeremony.isDue(place.restored))
        try await place.open(place.restored).close()
        #expect(try RestoredWorkplace.key(place.restored) == key)
        #expect(try !ResumeCeremony.isDue(place.restored))
    }

    @Test("whoever changes the signing key of an office just restored replaces the rest, too")
    func rotates() async throws {
        try await loseAndRestore()
        let new = try await KeyWork.rotateSigning(place.restored, clock: place.clock)
        #expect(try RestoredWorkplace.key(place.restored) == new)
        let desk = try await place.open(place.restored)
        #expect(try desk.ledger.accessKeys().allSatisfy { $0.revokedAt != nil })
        try await desk.close()
        let state = try #require(try ResumeState(place.restored))
        #expect(state.before.cause == .rekeyed && !state.isDue)
    }

    @Test("the page names both keys, the size, and whoever needs something new; links lie apart")
    func notice() async throws {
        try await loseAndRestore()
        let old = try RestoredWorkplace.key(place.restored)
        let desk = try await place.open(place.restored)
        let id = try #require(try desk.ledger.accessKeys().first).key.id
        let hook = try #require(try desk.ledger.webhooks().first).webhook
        try await desk.close()
        let folder = try #require(try KeyNoticeFolder.of(place.restored)).path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files.prefix(2) == ["keys.pdf", "keys.txt"] && files.count == 3)
        let text = try String(contentsOfFile: folder + "/keys.txt", encoding: .utf8)
        let state = try #require(try ResumeState(place.restored))
        let new = try RestoredWorkplace.key(place.restored)
        for part in [
            "\(old)", "\(new)", "\(state.incarnation)", id, "shop, fox", hook.id, "shop.example",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(text.contains("larger than size \(try #require(state.change).size)"))
        #expect(!text.contains("set-up?token"))
        let links = try String(contentsOfFile: "\(folder)/\(files[2])", encoding: .utf8)
        #expect(links.contains("ada  admin  /set-up?token=") && !links.contains("ben"))
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(files[2])")
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let view = try await OfficeView(place.restored, clock: place.clock)
        let again = try #require(try KeyNotice.current(view, at: place.clock.now()))
        #expect(again.notice.text == text)
    }

    @Test("an office that was never lost has nothing to replace, and no notice")
    func firstLife() async throws {
        try place.addVault()
        try await place.open(place.lost.directory).close()
        #expect(try ResumeState(place.lost.directory) == nil)
        let view = try await OfficeView(place.lost.directory, clock: place.clock)
        #expect(try KeyNotice.current(view, at: place.clock.now()) == nil)
    }

    @Test("two living offices on one vault: neither writes over the other, nor passes for it")
    func twoLives() async throws {
        try await loseAndRestore()
        let old = try RestoredWorkplace.key(place.lost.directory)
        // The restored office names the vault anew; the lost one goes on with its credential.
        var list = VaultList()
        try list.add(
            VaultList.Line(name: "stick", address: .directory(place.vault), credentials: nil)
        )
        try list.save(office: place.restored.root)
        try await place.open(place.restored).close()
        let new = try RestoredWorkplace.key(place.restored)
        for directory in [place.lost.directory, place.restored, place.lost.directory] {
            var desk = try await place.open(directory)
            try await desk.record(
                [.done(.ratesLoad, to: "x", by: .local, at: place.clock.now())],
                at: place.clock.now()
            )
            #expect(try await desk.close() == [])
        }
        let survey = try await place.survey()
        #expect(survey.incarnations.count == 2)
        let record = try #require(try IncarnationRecord.read(office: place.restored.root))
        #expect(survey.newest?.incarnation == record.incarnation && survey.newest?.key == new)
        let byOld = try await place.survey(.key(old))
        #expect(byOld.newest?.key == old && byOld.incarnations.contains { $0.flaw != nil })
        // Without being told which, the keys of the lost office choose nothing.
        let again = OfficeDirectory(place.restored.root + "-2")
        await #expect(throws: VaultFault(.usage, "", "", hint: "")) {
            try await place.restore(to: again)
        }
        defer { try? FileManager.default.removeItem(atPath: again.root) }
        try await place.restore(to: again, keys: place.restored)
        #expect(try RestoredWorkplace.key(again) == new)
        try await place.open(again).close()
        #expect(try RestoredWorkplace.key(again) != new)
    }

    @Test("settings come back; credentials are marked until others have replaced them")
    func settings() async throws {
        try place.addVault(credentials: "keys/vault-stick")
        let yaml = "label: a6\nwitnesses: { policy: some.policy }\n"
        let root = place.lost.directory.root
        try Data("log x\n".utf8).write(to: URL(filePath: root + "/some.policy"))
        try Data(yaml.utf8).write(to: URL(filePath: root + "/office.yaml"))
        let bundle = try RestoredSettings.bundle(place.lost.directory)
        #expect(bundle.files.map(\.name) == ["office.yaml", "vaults", "some.policy"])
        #expect(bundle.needs == ["keys/vault-stick"])
        #expect(SettingsBundle(bundle.bytes) == bundle)

        try Data("label: a6\n".utf8).write(to: URL(filePath: root + "/office.yaml"))
        try await work()
        try await place.restore()
        let back = try #require(try RestoredSettings.bringBack(place.restored))
        #expect(back.files == ["office.yaml", "vaults.before"])
        #expect(back.missing == ["keys/vault-stick"])
        #expect(try OfficeReading.settings(place.restored).label == .a6)
        #expect(try RestoredSettings.bringBack(place.restored) == nil)

        var desk = try await place.open(place.restored)
        #expect(try desk.ledger.exposedCredentials() == ["vault stick"])
        let facts = try await PostureSurvey.facts(place.restored, clock: place.clock)
        let line = try #require(Posture.judge(facts).first { $0.subject == "credentials" })
        #expect(line.verdict == .fails && line.why.contains("vault stick"))
        try await desk.record(
            [.acted(.credential(.replace, "vault stick", at: place.clock.now()))],
            at: place.clock.now()
        )
        #expect(try desk.ledger.exposedCredentials() == [])
        try await desk.close()
    }

    @Test("settings that are no bundle are not taken for one")
    func bundles() {
        for text in [
            "", "posthorn settings v2\n", "posthorn settings v1\nfile 9 x\nab\n",
            "posthorn settings v1\nfile 2 ../x\nab\n", "posthorn settings v1\nfile 2 /x\nab\n",
            "posthorn settings v1\nfile 2 .x\nab\n", "posthorn settings v1\nfile 2 x\nabc",
        ] { #expect(SettingsBundle(Array(text.utf8)) == nil, "\(text)") }
    }
}

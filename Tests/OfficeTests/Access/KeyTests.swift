import Journal
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Access keys")
struct KeyTests {
    static let admin = Caller(author: .staff("ada"), role: .admin)

    private func order(
        _ role: Role = .shipper,
        mode: Mode = .test,
        customer: String? = "fox",
        expiresAt: Moment? = nil
    ) -> KeyOrder {
        KeyOrder(name: "shop", role: role, mode: mode, customer: customer, expiresAt: expiresAt)
    }

    @Test func opensForItsRoleAndItsAccount() async throws {
        try await Workplace.serving { office in
            let key = try await office.access.addKey(order(), by: Self.admin)
            let caller = try office.access.caller(presenting: key.text)
            #expect(caller == Caller(author: .key(key.id), role: .shipper, customer: "fox"))
        }
    }

    @Test func keepsTheHashAloneAndSaysWhoMadeIt() async throws {
        try await Workplace.serving { office in
            let key = try await office.access.addKey(order(), by: Self.admin)
            let row = try #require(try office.ledger.accessKey(key.id))
            #expect(row.key.digest == key.digest)
            #expect(!row.key.digest.contains(key.text.suffix(36)))
            #expect(row.key.by == .staff("ada"))
            let act = try #require(try office.ledger.acts(limit: 1).first?.act)
            #expect(act.name == "key.manage")
            #expect(act.outcome == .done)
            #expect(act.object == key.id)
        }
    }

    @Test func opensNothingOnceRevoked() async throws {
        try await Workplace.serving { office in
            let key = try await office.access.addKey(order(), by: Self.admin)
            try await office.access.revokeKey(key.id, reason: "lost", by: Self.admin)
            try await office.access.revokeKey(key.id, reason: "lost", by: Self.admin)
            #expect(throws: KeyRefusal.revoked(key.id)) {
                _ = try office.access.caller(presenting: key.text)
            }
            #expect(try office.ledger.acts(limit: 9).count == 2)
        }
    }

    @Test func opensNothingFromTheMomentItExpires() async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock) { office in
            let end = Moment(milliseconds: office.clock.now().milliseconds + 60_000)
            let key = try await office.access.addKey(order(expiresAt: end), by: Self.admin)
            time.pass(seconds: 59)
            _ = try office.access.caller(presenting: key.text)
            time.pass(seconds: 1)
            #expect(throws: KeyRefusal.expired(key.id, at: end)) {
                _ = try office.access.caller(presenting: key.text)
            }
        }
    }

    @Test func isRotatedWithBothActiveForAWhile() async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock) { office in
            let old = try await office.access.addKey(order(), by: Self.admin)
            let new = try await office.access.rotateKey(old.id, overlap: 60_000, by: Self.admin)
            let caller = try office.access.caller(presenting: new.text)
            #expect(caller.customer == "fox")
            #expect(try office.access.caller(presenting: old.text).customer == "fox")
            time.pass(seconds: 60)
            #expect(throws: KeyRefusal.self) {
                _ = try office.access.caller(presenting: old.text)
            }
            _ = try office.access.caller(presenting: new.text)
            await #expect(throws: AccessRefusal.keyEnded(old.id)) {
                _ = try await office.access.rotateKey(old.id, by: Self.admin)
            }
        }
    }

    @Test func isNotRotatedToAThirdThatOpensTheOffice() async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock) { office in
            let old = try await office.access.addKey(order(), by: Self.admin)
            let new = try await office.access.rotateKey(old.id, overlap: 60_000, by: Self.admin)
            await #expect(throws: AccessRefusal.rotationUnderWay(old.id, with: new.id)) {
                _ = try await office.access.rotateKey(old.id, overlap: 60_000, by: Self.admin)
            }
            await #expect(throws: AccessRefusal.rotationUnderWay(new.id, with: old.id)) {
                _ = try await office.access.rotateKey(new.id, overlap: 60_000, by: Self.admin)
            }
            // Where it ends at once there are two again.
            let third = try await office.access.rotateKey(new.id, overlap: 0, by: Self.admin)
            #expect(throws: KeyRefusal.self) {
                _ = try office.access.caller(presenting: new.text)
            }
            await #expect(throws: AccessRefusal.rotationUnderWay(third.id, with: old.id)) {
                _ = try await office.access.rotateKey(third.id, overlap: 60_000, by: Self.admin)
            }
            time.pass(seconds: 60)
            _ = try await office.access.rotateKey(third.id, overlap: 60_000, by: Self.admin)
            let other = try await office.access.addKey(order(), by: Self.admin)
            _ = try await office.access.rotateKey(other.id, by: Self.admin)
        }
    }

    @Test func ofOneModeIsNotMadeOrTakenInAnother() async throws {
        try await Workplace.serving { office in
            await #expect(throws: AccessRefusal.otherMode(asked: .live, office: .test)) {
                _ = try await office.access.addKey(order(mode: .live), by: Self.admin)
            }
            #expect(throws: KeyRefusal.otherMode(key: .live, office: .test)) {
                _ = try office.access.caller(presenting: KeyText.make(.live, .system).text)
            }
        }
    }

    @Test func isUnknownWithAnotherSecretBehindTheSamePublicPart() async throws {
        try await Workplace.serving { office in
            let key = try await office.access.addKey(order(), by: Self.admin)
            let other = try await office.access.addKey(order(), by: Self.admin)
            // Two keys whose public parts are told apart by the ledger alone.
            let row = try #require(try office.ledger.accessKey(key.id))
            #expect(!ConstantTime.equal(row.key.digest, other.digest))
            #expect(throws: KeyRefusal.unknown) {
                _ = try office.access.caller(presenting: KeyText.make(.test, .system).text)
            }
        }
    }

    @Test func refusesToMakeOneThatHasEnded() async throws {
        try await Workplace.serving { office in
            let now = office.clock.now()
            await #expect(throws: AccessRefusal.endsInThePast(now)) {
                _ = try await office.access.addKey(order(expiresAt: now), by: Self.admin)
            }
            await #expect(throws: AccessRefusal.keyUnknown("ph_test_none")) {
                try await office.access.revokeKey("ph_test_none", reason: nil, by: Self.admin)
            }
        }
    }

    @Test func tellsOnceHowOftenStrangersWereRefused() async throws {
        try await Workplace.serving { office in
            for _ in 1...3 { office.access.refusedAStranger("item.read", because: nil) }
            office.access.refusedAStranger("item.read", because: .mistyped)
            try await office.access.recordRefusals()
            try await office.access.recordRefusals()
            let acts = try office.ledger.acts(limit: 9).map(\.act)
            #expect(acts.map(\.times) == [3, 1])
            #expect(acts.map(\.reason) == ["unauthenticated", "key_mistyped"])
            #expect(acts.allSatisfy { $0.by == .visitor && $0.outcome == .refused })
        }
    }
}

import Journal
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Orders of commands about keys and accounts")
struct AccessOrderTests {
    static let orders: [AccessOrder] = [
        .addKey(
            KeyOrder(
                name: "shop",
                role: .shipper,
                mode: .test,
                customer: "fox",
                expiresAt: Moment(milliseconds: 1_900_000_000_000)
            )
        ), .addKey(KeyOrder(name: "x", role: .admin, mode: .live)),
        .revokeKey("ph_test_1", reason: "lost"), .revokeKey("ph_test_1", reason: nil),
        .rotateKey("ph_test_1", overlap: 0),
        .addStaff(
            StaffOrder(name: "ada", displayName: "Ada Fox", role: .clerk, language: .dutch)
        ), .resetStaff("ada"), .deactivateStaff("ada"),
    ]

    @Test("cross the socket as they are", arguments: orders)
    func cross(_ order: AccessOrder) throws {
        let text = JSONText.write(LocalWire.order(order))
        #expect(try LocalWire.order(try JSONReader.read(Array(text.utf8))) == order)
    }

    @Test func answersAndRefusalsCross() throws {
        let end = Moment(milliseconds: 1_900_000_000_000)
        for answer in [
            AccessAnswer.done, .key("ph_test_x"), .link(path: "/set-up?token=1", expiresAt: end),
        ] {
            #expect(try LocalWire.answer(LocalWire.answer(answer)) == answer)
        }
        let refusal = OrderRefusal(AccessRefusal.keyUnknown("ph_test_x"))
        #expect(LocalWire.refusal(LocalWire.refusal(refusal)) == refusal)
        #expect(refusal.kind == .unknown)
        #expect(OrderRefusal(StaffRefusal.nameMalformed("A B")).kind == .malformed)
    }

    @Test func nobodyRecordsAKeyOrAnAccountByHand() async throws {
        try await Workplace.serving { office in
            let key = try await office.access.addKey(
                KeyOrder(name: "shop", role: .shipper, mode: .test),
                by: .local
            )
            let row = try #require(try office.ledger.accessKey(key.id))
            let entry = Entry.accessKeyAdded(row.key)
            #expect(throws: LocalWire.Malformed.self) {
                _ = try LocalWire.entries(LocalWire.entries([entry]))
            }
        }
    }

    @Test func theWriterDecides() async throws {
        try await Workplace.serving { office in
            let now = office.clock.now()
            func perform(_ order: AccessOrder) async throws -> AccessAnswer {
                try await office.door.perform { desk in
                    try await desk.perform(order, random: .system, at: now)
                }
            }
            let staff = StaffOrder(
                name: "ada",
                displayName: "Ada",
                role: .clerk,
                language: .english
            )
            guard case .link = try await perform(.addStaff(staff)) else {
                Issue.record("an account is made with a link")
                return
            }
            await #expect(throws: OrderRefusal(StaffRefusal.nameTaken("ada"))) {
                _ = try await perform(.addStaff(staff))
            }
            await #expect(throws: OrderRefusal(AccessRefusal.keyUnknown("ph_test_x"))) {
                _ = try await perform(.revokeKey("ph_test_x", reason: nil))
            }
        }
    }
}

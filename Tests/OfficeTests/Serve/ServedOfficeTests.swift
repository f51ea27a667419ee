import Ledger
import Mail
import Rules
import Testing

@testable import Office

@Suite("ServedOffice")
struct ServedOfficeTests {
    static let shipper = Caller(author: .key("k1"), role: .shipper, customer: "fox")

    /// Runs a test against an office at work, and closes it behind.
    private func serving(
        _ body: @Sendable (ServedOffice) async throws -> Void
    ) async throws {
        let place = try await Workplace()
        let (office, writer) = try await ServedOffice.open(place.directory, clock: place.clock)
        async let done: Void = writer.run()
        do {
            try await body(office)
        } catch {
            office.door.close()
            try await done
            throw error
        }
        office.door.close()
        try await done
    }

    private func packet(
        _ reference: String,
        quantity: Int = 2,
        key: String? = nil,
        fingerprint: String = "f1"
    ) throws -> Lodging {
        var lodging = try Example.packet(reference, quantity: quantity)
        var lodgement = lodging.lodgement
        lodgement.customer = "fox"
        lodging = Lodging(
            key: lodging.key,
            lodgement: lodgement,
            channel: .api,
            findings: lodging.findings,
            request: LodgeRequest(
                author: Self.shipper.author,
                key: key,
                fingerprint: key.map { _ in fingerprint }
            )
        )
        return lodging
    }

    @Test func makesOneItemOfManyEqualRequestsAtOnce() async throws {
        try await serving { office in
            let ids = try await withThrowingTaskGroup(of: ItemID?.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await office.lodge([try packet("a", key: "same")]).first?.item?.record
                            .id
                    }
                }
                return try await group.reduce(into: Set<ItemID>()) { ids, id in
                    if let id { ids.insert(id) }
                }
            }
            #expect(ids.count == 1)
            #expect(try office.ledger.itemCount() == 1)
        }
    }

    @Test func refusesAKeyThatComesWithAnotherBody() async throws {
        try await serving { office in
            _ = try await office.lodge([try packet("a", key: "same")])
            await #expect(throws: DeskRefusal.requestReused) {
                _ = try await office.lodge([
                    try packet("b", key: "same", fingerprint: "f2")
                ])
            }
        }
    }

    @Test func cancelsOnceAndTellsTheEvents() async throws {
        try await serving { office in
            let item = try await office.lodge([try packet("a")]).first?.item
            let id = try #require(item?.record.id)
            let now = office.clock.now()
            for _ in 1...2 {
                let row = try await office.door.perform { desk in
                    try await desk.move(
                        id,
                        to: .cancelled,
                        reason: "sold out",
                        by: Self.shipper,
                        at: now
                    )
                }
                #expect(row.state == .cancelled)
            }
            #expect(
                try office.ledger.events(of: id).map(\.kind) == ["item.lodged", "item.cancelled"]
            )
            await #expect(throws: DeskRefusal.moveIllegal(from: .cancelled, to: .accepted)) {
                try await office.door.perform { desk in
                    _ = try await desk.move(
                        id,
                        to: .accepted,
                        reason: nil,
                        by: Self.shipper,
                        at: now
                    )
                }
            }
        }
    }

    @Test func hidesWhatBelongsToAnotherAccount() async throws {
        try await serving { office in
            let id = try #require(
                try await office.lodge([try packet("a")]).first?.item?.record.id
            )
            let other = Caller(author: .key("k2"), role: .shipper, customer: "owl")
            #expect(try await office.item(id, for: other) == nil)
            #expect(try await office.item(id, for: Self.shipper) != nil)
        }
    }

    @Test func amendsUnderTheSameNumberAndRefusesWhatIsStale() async throws {
        try await serving { office in
            let first = try #require(try await office.lodge([try packet("a")]).first?.item)
            let id = first.record.id
            let now = office.clock.now()
            let result = try #require(try await office.check([try packet("a", quantity: 3)]).first)
            let amended = try await office.door.perform { desk in
                try await desk.amend(
                    id,
                    with: result,
                    by: Self.shipper,
                    seen: first.changed,
                    at: now
                )
            }
            #expect(amended.record.id == id)
            #expect(amended.version == 2)
            #expect(amended.record.item.declaration?.lines.first?.quantity == 3)
            #expect(try await office.item(id, for: Self.shipper)?.record == amended.record)
            await #expect(throws: DeskRefusal.self) {
                try await office.door.perform { desk in
                    _ = try await desk.amend(
                        id,
                        with: result,
                        by: Self.shipper,
                        seen: first.changed,
                        at: now
                    )
                }
            }
        }
    }

    @Test func bindsADraftOnce() async throws {
        try await serving { office in
            let code = try #require(DraftCode("ABCD-2345"))
            let lodgement = try packet("a").lodgement
            let now = office.clock.now()
            _ = try await office.door.perform { desk in
                try await desk.saveDraft(
                    lodgement,
                    under: code,
                    through: .web,
                    LodgeRequest(author: .visitor),
                    at: now
                )
            }
            let draft = try await office.door.perform { desk in
                try await desk.draft(code, for: .local, at: now)
            }
            let lodging = Lodging(
                key: .draft(code),
                lodgement: draft.lodgement,
                channel: .counter,
                findings: [],
                request: LodgeRequest(author: .staff("ada"), draft: code)
            )
            let item = try #require(try await office.lodge([lodging]).first?.item)
            #expect(item.state == .accepted)
            await #expect(throws: DeskRefusal.draftBound(item.record.id)) {
                try await office.door.perform { desk in
                    _ = try await desk.draft(code, for: .local, at: now)
                }
            }
        }
    }

    @Test func refusesEverythingAfterItsDoorWasClosed() async throws {
        let place = try await Workplace()
        let (office, writer) = try await ServedOffice.open(place.directory, clock: place.clock)
        office.door.close()
        try await writer.run()
        await #expect(throws: DeskRefusal.closing) {
            _ = try await office.lodge([try packet("a")])
        }
    }
}

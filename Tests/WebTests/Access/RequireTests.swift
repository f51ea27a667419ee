import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Ledger
import Mail
import Office
import Synchronization
import Testing

@testable import Web

@Suite("Who may")
struct RequireTests {
    /// A route that cancels, and tells who asked or why not.
    static func routes(_ router: Router<OfficeContext>, _ site: Site) {
        router.get("cancel") { _, context -> String in
            do {
                let caller = try await site.require(.itemCancel, context, object: "LA1")
                return "done by \(caller.author.text)"
            } catch WebRefusal.unauthenticated {
                return "unauthenticated no key"
            } catch let refusal as KeyRefusal {
                return "unauthenticated \(refusal.code)"
            } catch WebRefusal.notPermitted(let permission) {
                return "not permitted \(permission.rawValue)"
            }
        }
    }

    private func ask(_ client: any TestClientProtocol, _ header: String?) async throws -> String {
        var fields = HTTPFields()
        if let header { fields[.authorization] = header }
        return try await client.execute(uri: "/cancel", method: .get, headers: fields) {
            String(buffer: $0.body)
        }
    }

    @Test func letsAKeyDoWhatItsRoleMay() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let key = try await place.key(.shipper)
            #expect(try await ask(client, "Bearer \(key)") == "done by key:\(key.prefix(16))")
            #expect(try await ask(client, "bearer \(key)") == "done by key:\(key.prefix(16))")
        }
    }

    @Test func recordsEachTimeThatSomebodyKnownIsRefused() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let key = try await place.key(.auditor)
            for _ in 1...2 {
                #expect(try await ask(client, "Bearer \(key)") == "not permitted item.cancel")
            }
            let acts = try place.office.ledger.acts(limit: 2).map(\.act)
            #expect(acts.map(\.name) == ["item.cancel", "item.cancel"])
            #expect(acts.allSatisfy { $0.outcome == .refused && $0.object == "LA1" })
            #expect(acts.allSatisfy { $0.by == .key(String(key.prefix(16))) })
        }
    }

    @Test func countsStrangersAndRecordsThemOnceAMinute() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            #expect(try await ask(client, nil) == "unauthenticated no key")
            #expect(try await ask(client, "Basic abc") == "unauthenticated key_malformed")
            #expect(try await ask(client, "Bearer abc") == "unauthenticated key_malformed")
            #expect(try await ask(client, "Bearer ") == "unauthenticated key_malformed")
            let live = KeyText.make(.live, .system).text
            #expect(try await ask(client, "Bearer \(live)") == "unauthenticated mode_mismatch")
            let before = try place.office.ledger.acts(limit: 9).count
            #expect(before == 0)
            // One minute that passes at once, and the end of the second one.
            let minutes = Mutex(1)
            let service = AccessService(place.office) {
                if minutes.withLock({
                    $0 -= 1; return $0 < 0
                }) {
                    throw CancellationError()
                }
            }
            try await service.run()
            let acts = try place.office.ledger.acts(limit: 9).map(\.act)
            #expect(acts.map(\.reason) == ["unauthenticated", "mode_mismatch", "key_malformed"])
            #expect(acts.map(\.times) == [1, 1, 3])
        }
    }

    @Test func tellsAProgramWhatIsWrongWithItsKey() async throws {
        try await AccessPlace.run { place, client in
            let key = try await place.key(.shipper)
            func problem(_ key: String) async throws -> JSONValue {
                try await client.execute(
                    uri: "/v1/me",
                    method: .get,
                    headers: [.authorization: "Bearer \(key)"]
                ) { try JSONReader.read(Array($0.body.readableBytesView)) }
            }
            #expect(try await problem(key)["author"]?.text == "key:\(key.prefix(16))")
            let live = try await problem(KeyText.make(.live, .system).text)
            #expect(live["code"]?.text == "mode_mismatch")
            #expect(live["detail"]?.text == "Expected a test key, found a live key.")
            let mistyped = try await problem(String(key.dropLast()) + "!")
            #expect(mistyped["code"]?.text == "key_refused")
            #expect(mistyped["detail"]?.text?.contains("key_malformed") == true)
            try await place.office.access.recordRefusals()
            let acts = try place.office.ledger.acts(limit: 2).map(\.act)
            #expect(acts.map(\.reason) == ["mode_mismatch", "key_malformed"])
            #expect(acts.allSatisfy { $0.name == "caller.read" })
        }
    }

    @Test func refusesARevokedKeyFromTheNextRequestOn() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let key = try await place.key(.shipper)
            #expect(try await ask(client, "Bearer \(key)").hasPrefix("done"))
            try await place.office.access.revokeKey(
                String(key.prefix(16)),
                reason: nil,
                by: .local
            )
            #expect(try await ask(client, "Bearer \(key)") == "unauthenticated key_revoked")
        }
    }
}

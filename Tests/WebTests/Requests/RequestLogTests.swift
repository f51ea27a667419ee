import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mail
import NIOCore
import Testing

@testable import Office
@testable import Web

/// What programs asked, as their developers look it up.
@Suite("Requests in the log")
struct RequestLogTests {
    private struct Program: Sendable {
        let client: any TestClientProtocol
        let key: String?

        func ask(
            _ method: HTTPRequest.Method,
            _ path: String,
            _ body: String? = nil,
            _ headers: [HTTPField.Name: String] = [:]
        ) async throws -> (status: Int, id: String, text: String) {
            var fields = HTTPFields()
            if let key { fields[.authorization] = "Bearer \(key)" }
            if body != nil { fields[.contentType] = "application/json" }
            for (name, value) in headers { fields[name] = value }
            let answer = try await client.execute(
                uri: path,
                method: method,
                headers: fields,
                body: body.map { ByteBuffer(string: $0) }
            )
            let id = answer.headers[.requestID] ?? ""
            return (answer.status.code, id, String(buffer: answer.body))
        }

        func logged(_ query: String = "") async throws -> [JSONValue] {
            let answer = try await ask(.get, "/v1/requests" + query)
            #expect(answer.status == 200, "\(answer.text)")
            return try JSONReader.read(Array(answer.text.utf8))["requests"]?.elements ?? []
        }
    }

    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    @Test func haveTheirTemplateAndTheirEndAndNotAWordOfTheirs() async throws {
        try await AccessPlace.run { place, client in
            let key = try await place.key(.shipper, customer: "fox")
            let program = Program(client: client, key: key)
            let packet = APIExample.packet("order-1")
            let retry: [HTTPField.Name: String] = [
                .idempotencyKey: "ada@fox.example",
                .traceParent: "00-\(Self.trace)-00f067aa0ba902b7-01",
            ]
            let first = try await program.ask(.post, "/v1/items", packet, retry)
            #expect(first.status == 201, "\(first.text)")
            let again = try await program.ask(.post, "/v1/items", packet, retry)
            #expect(again.status == 200)
            let refused = try await program.ask(
                .post,
                "/v1/items",
                APIExample.packet("order-2", quantity: 0)
            )
            #expect(refused.status == 422)
            _ = try await program.ask(.get, "/v1/items/LA990000006GB?lang=it")
            let log = try await program.logged()
            #expect(log.map { $0["status"]?.wholeNumber }.prefix(4) == [200, 422, 200, 201])
            #expect(log[0]["route"]?.text == "/v1/items/{id}")
            #expect(log[1]["code"]?.text == "lodgement_refused")
            #expect(log[1]["findings"]?.elements?.isEmpty == false)
            #expect(log[1]["request_id"]?.text == refused.id)
            #expect(log[1]["traced"] == .bool(false))
            #expect(log[1]["replayed"] == .null)
            #expect(log[2]["replayed"] == .bool(true))
            #expect(log[3]["replayed"] == .bool(false))
            #expect(log[3]["request_id"]?.text == Self.trace)
            #expect(log[3]["traced"] == .bool(true))
            let named = try await program.ask(.get, "/v1/requests/" + Self.trace)
            for word in ["Fox", "Leeds", "ada@fox.example", "order-1", "LA99"] {
                #expect(!named.text.contains(word), "\(word)")
            }
            #expect(try await program.ask(.get, "/v1/requests/00").status == 404)
        }
    }

    @Test func areSeenByTheirOwnAlone() async throws {
        try await AccessPlace.run { place, client in
            let fox = Program(client: client, key: try await place.key(.shipper, customer: "fox"))
            let owl = Program(client: client, key: try await place.key(.shipper, customer: "owl"))
            _ = try await fox.ask(.get, "/v1/items")
            #expect(try await owl.logged().isEmpty)
            #expect(try await fox.logged().count == 1)
            let clerk = Program(client: client, key: try await place.key(.clerk))
            #expect(try await clerk.ask(.get, "/v1/requests").status == 403)
            // Whoever has no key leaves a line that only the office's own people see.
            let nobody = Program(client: client, key: "ph_test_nothing")
            #expect(try await nobody.ask(.get, "/v1/items").status == 401)
            let admin = Program(client: client, key: try await place.key(.admin))
            let refused = try await admin.logged("?code=key_refused")
            #expect(refused.first?["key"] == .null)
            #expect(refused.count == 1)
        }
    }

    @Test func goOnWhereTheCursorSaysAndAfterARestart() async throws {
        try await AccessPlace.run { place, client in
            let program = Program(client: client, key: try await place.key(.shipper))
            for _ in 0..<5 { _ = try await program.ask(.get, "/v1/me") }
            let first = try await program.ask(.get, "/v1/requests?limit=2&route=/v1/me")
            let json = try JSONReader.read(Array(first.text.utf8))
            let cursor = try #require(json["next_cursor"]?.text)
            let next = try await program.logged("?limit=9&route=/v1/me&cursor=" + cursor)
            #expect(next.count == 3)
            let other = try await program.ask(.get, "/v1/requests?limit=2&cursor=" + cursor)
            #expect(other.status == 400)
            // Other routes in front of the same office, as after a restart: the key is the same.
            let kept = try ServeKey.bytes(place.office.directory, place.office.random)
            #expect(kept == place.office.cursorKey)
        }
    }

    @Test func tellOfWhatWasRefusedOnItsConnection() async throws {
        try await AccessPlace.run { place, client in
            let key = try await place.key(.shipper, customer: "fox")
            let refusals = RefusedConnections(place.site)
            func head(_ authorization: String?) -> HTTPRequest {
                var request = HTTPRequest(
                    method: .post,
                    scheme: "http",
                    authority: "office",
                    path: "/v1/items"
                )
                request.headerFields[.authorization] = authorization
                return request
            }
            let name = refusals.tell(.bodyTooLarge(limit: 1), head("Bearer " + key))
            #expect(name.id.utf8.count == 32)
            // A public part alone writes into nobody's log.
            _ = refusals.tell(.bodyTooLarge(limit: 1), head("Bearer " + key.prefix(16)))
            _ = refusals.tell(.timedOut(seconds: 1), nil)
            let program = Program(client: client, key: key)
            let log = try await program.logged()
            #expect(log.map { $0["code"]?.text } == ["body_too_large"])
            #expect(log.first?["request_id"]?.text == name.id)
            let figures = place.site.telemetry.figures.refusals
            #expect(figures == ["body_too_large": 2, "request_timed_out": 1])
        }
    }

    @Test func standOnAPageWithWhatToDo() async throws {
        try await AccessPlace.run { place, client in
            let shop = Program(client: client, key: try await place.key(.shipper, customer: "fox"))
            let refused = try await shop.ask(
                .post,
                "/v1/items",
                APIExample.packet("a", quantity: 0)
            )
            let admin = Program(client: client, key: try await place.key(.admin))
            let page = try await admin.ask(.get, "/developers/requests?outcome=refused")
            #expect(page.status == 200)
            #expect(page.text.contains("POST /v1/items"))
            #expect(page.text.contains("?code=lodgement_refused"))
            #expect(page.text.contains(refused.id.prefix(8)))
            let one = try await admin.ask(.get, "/developers/requests/" + refused.id)
            #expect(one.status == 200)
            #expect(one.text.contains("/docs#problem-lodgement_refused"))
            #expect(try await admin.ask(.get, "/developers/requests/00").status == 404)
            let keys = try await admin.ask(.get, "/developers/keys")
            #expect(keys.text.contains("/developers/requests?key=ph_test_"))
            // Pages are no requests of programs.
            #expect(try await admin.logged("?route=/developers/keys").isEmpty)
        }
    }
}

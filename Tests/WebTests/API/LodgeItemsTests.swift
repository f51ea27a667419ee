import HTTPTypes
import Ledger
import Mail
import Office
import Testing

@testable import Web

@Suite("POST /v1/items", .serialized)
struct LodgeItemsTests {
    @Test func answersANewItemWithItsPlaceAndItsDocuments() async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.post, "/v1/items", APIExample.packet("a"))
            #expect(answer.status == 201)
            let id = try #require(try answer.json["item"]?.text)
            #expect(answer.headers[.location] == "/v1/items/" + id)
            #expect(answer.headers[.eTag] != nil)
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(try answer.json["state"]?.text == "lodged")
            #expect(try answer.json["mode"]?.text == "test")
            #expect(try answer.json["promise"]?.text == "local")
            let urls = try answer.json["documents"]?.elements?.compactMap { $0["url"]?.text }
            #expect(urls?.contains("/v1/items/\(id)/documents/label.pdf") == true)
        }
    }

    @Test func answersTheSameItemAgainAndSaysSo() async throws {
        try await APIHarness.serving { api in
            let first = try await api.ask(.post, "/v1/items", APIExample.packet("a"))
            let second = try await api.ask(.post, "/v1/items", APIExample.packet("a"))
            #expect(second.status == 200)
            #expect(second.headers[.idempotentReplayed] == "true")
            #expect(second.bytes == first.bytes)
        }
    }

    @Test(arguments: ["k-1", "\"k-1\"", "\"a \\\" b\""])
    func takesTheSameIdempotencyKeyForTheSameRequest(_ key: String) async throws {
        try await APIHarness.serving { api in
            let headers: HTTPFields = [.idempotencyKey: key]
            let body = APIExample.packet(nil)
            let first = try await api.ask(.post, "/v1/items", headers: headers, body)
            // Another spelling of the same value is the same request.
            let second = try await api.ask(
                .post,
                "/v1/items",
                headers: headers,
                " " + body.replacing("GB-FOX", with: "GB\\u002dFOX")
            )
            #expect(first.status == 201)
            #expect(second.status == 200)
            #expect(second.bytes == first.bytes)
            let third = try await api.ask(
                .post,
                "/v1/items",
                headers: headers,
                APIExample.packet(nil, quantity: 3)
            )
            #expect(third.status == 422)
            #expect(try third.json["code"]?.text == "idempotency_key_reused")
        }
    }

    @Test(arguments: ["", "\"", "\"a", "a\"b", "\"a\\b\"", String(repeating: "k", count: 256), "é"])
    func refusesAnIdempotencyKeyThatIsNone(_ key: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(
                .post,
                "/v1/items",
                headers: [.idempotencyKey: key],
                APIExample.packet("a")
            )
            #expect(answer.status == 400)
            #expect(try answer.json["code"]?.text == "header_invalid")
        }
    }

    @Test func makesOneItemOfParallelEqualRequests() async throws {
        try await APIHarness.serving(live: true) { api in
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await api
                            .ask(
                                .post,
                                "/v1/items",
                                headers: [.idempotencyKey: "same"],
                                APIExample.packet(nil)
                            )
                            .json["item"]?
                            .text
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try api.office.ledger.itemCount() == 1)
        }
    }

    @Test func answersManyWithOneResultForEachAndCounts() async throws {
        try await APIHarness.serving { api in
            let bad = APIExample.packet("b").replacing("packet-tracked", with: "pigeon")
            let body = "{\"items\":[\(APIExample.packet("a")),\(bad),\(APIExample.packet("c"))]}"
            let answer = try await api.ask(.post, "/v1/items", body)
            #expect(answer.status == 200)
            let json = try answer.json
            #expect(json["lodged"]?.wholeNumber == 2)
            #expect(json["held"]?.wholeNumber == 0)
            #expect(json["refused"]?.wholeNumber == 1)
            let results = try #require(json["results"]?.elements)
            #expect(results.map { $0["reference"]?.text } == ["a", "b", "c"])
            #expect(results[1]["state"]?.text == "refused")
            #expect(results[1]["findings"]?.elements?.first?["code"]?.text == "product_unknown")
            let again = try await api.ask(
                .post,
                "/v1/items",
                "{\"items\":[\(APIExample.packet("a"))]}"
            )
            #expect(again.headers[.idempotentReplayed] == "true")
        }
    }

    @Test func refusesABadLodgementWithPointersAndWhatEveryChannelAnswers() async throws {
        try await APIHarness.serving { api in
            let body = APIExample.packet("a").replacing("\"PL\"", with: "\"ZZ\"")
            let answer = try await api.ask(
                .post,
                "/v1/items",
                headers: [.acceptLanguage: "de"],
                body
            )
            #expect(answer.status == 422)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(answer.headers[.contentLanguage] == "de")
            let json = try answer.json
            #expect(json["code"]?.text == "lodgement_refused")
            let error = try #require(json["errors"]?.elements?.first)
            #expect(error["pointer"]?.text == "/addressee/country")
            #expect(error["code"]?.text == "country_unknown")
            #expect(error["remedy"]?.text?.isEmpty == false)
            #expect(json["state"]?.text == "refused")
            #expect(json["findings"] == json["errors"])
        }
    }

    @Test func refusesAReferenceThatStandsForSomethingElse() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            let answer = try await api.ask(
                .post,
                "/v1/items",
                APIExample.packet("a", quantity: 5)
            )
            #expect(answer.status == 409)
            #expect(try answer.json["code"]?.text == "reference_reused")
            #expect(try answer.json["detail"]?.text?.contains(id) == true)
        }
    }

    @Test func recordsNothingInADryRun() async throws {
        try await APIHarness.serving { api in
            let good = try await api.ask(
                .post,
                "/v1/items?dry_run=true",
                APIExample.packet("a")
            )
            #expect(good.status == 200)
            #expect(try good.json["state"]?.text == "lodged")
            #expect(try good.json["item"] == .null)
            let bad = APIExample.packet("b").replacing("packet-tracked", with: "pigeon")
            let refused = try await api.ask(.post, "/v1/items?dry_run=true", bad)
            #expect(refused.status == 422)
            let many = try await api.ask(
                .post,
                "/v1/items?dry_run=true",
                "{\"items\":[\(APIExample.packet("a")),\(bad)]}"
            )
            #expect(many.status == 200)
            #expect(try many.json["refused"]?.wholeNumber == 1)
            #expect(try api.office.ledger.itemCount() == 0)
        }
    }

    @Test func takesTheAccountFromTheKey() async throws {
        try await APIHarness.serving { api in
            let id = try #require(ItemID(try await api.lodged("a")))
            #expect(try api.office.ledger.item(id)?.customer == "fox")
            let body = APIExample.packet("b")
                .replacing("{\"ref", with: "{\"customer\":\"owl\",\"ref")
            let answer = try await api.ask(.post, "/v1/items", body)
            #expect(answer.status == 403)
            #expect(try answer.json["code"]?.text == "customer_not_yours")
            let clerk = try await api.ask(.post, "/v1/items", as: "clerk", body)
            #expect(clerk.status == 201)
        }
    }

    @Test func answersLessToWhoeverPrefersLess() async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(
                .post,
                "/v1/items",
                headers: [.prefer: "return=minimal"],
                APIExample.packet("a")
            )
            #expect(answer.status == 201)
            #expect(answer.headers[.preferenceApplied] == "return=minimal")
            #expect(try answer.json["documents"] == nil)
            #expect(try answer.json["item"]?.text != nil)
        }
    }

    @Test(arguments: [
        "[]", "null", "1", "\"a\"", "{\"items\":{}}", "{\"items\":[]}",
        "{\"items\":[1]}", "{\"items\":[null]}", "{\"items\":[{}],\"x\":1}", "{}",
    ])
    func refusesABodyOfAnotherShape(_ body: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.post, "/v1/items", body)
            if answer.status == 200 {
                #expect(try answer.json["refused"]?.wholeNumber == 1)
            } else {
                #expect(answer.status == 422)
                #expect(try answer.json["errors"]?.elements?.isEmpty == false)
            }
        }
    }

    @Test func takesAThousandAtOnceAndNoMore() async throws {
        try await APIHarness.serving { api in
            let many = Array(repeating: "{}", count: 1001).joined(separator: ",")
            let answer = try await api.ask(.post, "/v1/items", "{\"items\":[\(many)]}")
            #expect(answer.status == 422)
            #expect(try answer.json["errors"]?.elements?.first?["pointer"]?.text == "/items")
        }
    }
}

import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite("/v1/webhooks", .serialized)
struct WebhookTests {
    @Test func showsItsSecretOnceAndNeverAgain() async throws {
        try await APIHarness.serving { api in
            let added = try await api.ask(
                .post,
                "/v1/webhooks",
                "{\"url\":\"https://shop.example/hook\",\"events\":[\"item.cancelled\"]}"
            )
            #expect(added.status == 201)
            let secret = try #require(try added.json["secret"]?.text)
            #expect(secret.hasPrefix("whsec_"))
            #expect(try added.json["customer"]?.text == "fox")
            let path = try #require(added.headers[.location])
            for address in ["/v1/webhooks", path] {
                let shown = try await api.ask(.get, address)
                #expect(shown.status == 200)
                #expect(!shown.text.contains(secret.dropFirst(6)))
            }
            #expect(try await api.ask(.get, path, as: "owl").status == 404)
            #expect(try await api.ask(.delete, path).status == 204)
            #expect(try await api.ask(.get, path).status == 404)
            let list = try await api.ask(.get, "/v1/webhooks")
            #expect(try list.json["webhooks"]?.elements == [])
        }
    }

    @Test func changesItsSecretAndIsSwitchedOffAndOn() async throws {
        try await APIHarness.serving { api in
            let added = try await api.ask(.post, "/v1/webhooks", "{\"url\":\"https://a.example/\"}")
            let path = try #require(added.headers[.location])
            let rotated = try await api.ask(.post, path + "/rotate")
            #expect(try rotated.json["secret"] != added.json["secret"])
            #expect(try await api.ask(.get, path).json["secrets"]?.wholeNumber == 2)
            let ended = try await api.ask(.post, path + "/end-rotation")
            #expect(try ended.json["secrets"]?.wholeNumber == 1)
            let off = try await api.ask(.post, path + "/deactivate")
            #expect(try off.json["active"] == .bool(false))
            let on = try await api.ask(.post, path + "/activate")
            #expect(try on.json["active"] == .bool(true))
        }
    }

    @Test func sendsEventsAgainAndTellsWhatWasSent() async throws {
        try await APIHarness.serving { api in
            let added = try await api.ask(.post, "/v1/webhooks", "{\"url\":\"https://a.example/\"}")
            let path = try #require(added.headers[.location])
            _ = try await api.lodged("a")
            let events = try await api.ask(.get, "/v1/events")
            let id = try #require(try events.json["last"]?.text)
            let one = try await api.ask(.post, path + "/replay", "{\"from\":\"\(id)\"}")
            #expect(try one.json["events"]?.wholeNumber == 1)
            let range = try await api.ask(
                .post,
                path + "/replay",
                "{\"from\":\"0\",\"to\":\"\(id)\"}"
            )
            #expect(try range.json["events"]?.wholeNumber == 1)
            let none = try await api.ask(.post, path + "/replay", "{\"from\":\"99999\"}")
            #expect(none.status == 404)
            #expect(try none.json["code"]?.text == "event_unknown")
            for body in ["{}", "{\"from\":\"x\"}", "{\"from\":\"2\",\"to\":\"1\"}"] {
                #expect(try await api.ask(.post, path + "/replay", body).status == 422)
            }
            let deliveries = try await api.ask(.get, path + "/deliveries")
            #expect(try deliveries.json["deliveries"]?.elements == [])
            #expect(try await api.ask(.get, path + "/deliveries", as: "owl").status == 404)
        }
    }

    @Test(arguments: [
        "ftp://shop.example/", "https://", "shop.example", "https://u:p@shop.example/",
        "https://shop.example/#a", "https://shop.example:0/", "https://shop .example/", "//a",
        "javascript:alert(1)",
    ])
    func refusesAnAddressThatNothingCanBeSentTo(_ address: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.post, "/v1/webhooks", "{\"url\":\"\(address)\"}")
            #expect(answer.status == 422)
            #expect(try answer.json["code"]?.text == "webhook_invalid")
        }
    }

    @Test(arguments: [
        "{}", "{\"url\":1}", "{\"url\":\"https://a.example\",\"events\":\"item.lodged\"}",
        "{\"url\":\"https://a.example\",\"events\":[\"item.lost\"]}",
        "{\"url\":\"https://a.example\",\"events\":[1]}", "{\"url\":\"https://a.example\",\"x\":1}",
        "{\"url\":\"https://a.example\\u0000\"}", "[]",
    ])
    func refusesABodyOfAnotherShape(_ body: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.post, "/v1/webhooks", body)
            #expect(answer.status == 422)
        }
    }
}

import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office
import Testing

@testable import Web

/// Advisories by the API: published by who may, told to whom they are about.
@Suite("Advisories by the API", .serialized)
struct AdvisoryAPITests {
    private static func body(
        _ name: String = "poland",
        next: String = "2099-01-01",
        without language: String = ""
    ) -> String {
        let texts = Language.allCases.map(\.rawValue).filter { $0 != language }
            .map { "\"\($0)\":{\"title\":\"T\",\"what\":\"*W*\",\"advice\":\"A\"}" }
        return """
            {"name":"\(name)","kind":"outage","lanes":["dest=PL,data=yes"],
            "since":"2026-11-01T10:00","next_update":"\(next)",
            "texts":{\(texts.joined(separator: ","))}}
            """
    }

    private static let hold = """
        {"settings":[{"lane":"dest=PL,data=yes","state":"held","advisory":"poland"}],"reason":"law"}
        """

    @Test func isPublishedUpdatedAndEnded() async throws {
        try await APIHarness.serving { api in
            func publish(
                _ body: String,
                as caller: String = "commander",
                seen: String? = nil
            )
                async throws -> APIHarness.Answer
            {
                let headers: HTTPFields = seen.map { [.ifMatch: $0] } ?? [:]
                return try await api.ask(
                    .post,
                    "/v1/advisories",
                    as: caller,
                    headers: headers,
                    body
                )
            }
            for caller in ["clerk", "auditor", "fox"] {
                #expect(try await publish(Self.body(), as: caller).status == 403, "\(caller)")
            }
            let missing = try await publish(Self.body(without: "nl"))
            #expect(missing.status == 422)
            #expect(missing.text.contains("/texts/nl"), "\(missing.text)")
            let past = try await publish(Self.body(next: "2020-01-01"))
            #expect(try past.json["code"]?.text == "advisory_invalid", "\(past.text)")
            let made = try await publish(Self.body())
            #expect(made.status == 201 && made.headers[.eTag] == "\"1\"", "\(made.text)")
            #expect(try await publish(Self.body(), seen: "\"1\"").status == 200)
            let stale = try await publish(Self.body(), seen: "\"1\"")
            #expect(try stale.json["code"]?.text == "version_stale")
            let shown = try await api.ask(.get, "/v1/advisories/poland", as: "fox")
            #expect(try shown.json["earlier"]?.elements?.count == 1)
            #expect(try shown.json["texts"]?["it"]?["what"]?.text == "*W*")
            let end = "/v1/advisories/poland/end"
            #expect(try await api.ask(.post, end, as: "clerk").status == 403)
            #expect(try await api.ask(.post, end, as: "commander").status == 200)
            let again = try await api.ask(.post, end, as: "commander")
            #expect(try again.json["code"]?.text == "advisory_ended")
            let list = try await api.ask(.get, "/v1/advisories", as: "fox").json
            #expect(list["advisories"]?.elements?.isEmpty == true)
            let all = try await api.ask(.get, "/v1/advisories?ended=true", as: "fox").json
            #expect(all["advisories"]?.elements?.first?["ended"]?.text != nil)
            #expect(try await api.ask(.get, "/v1/advisories/none", as: "fox").status == 404)
            #expect(try await api.ask(.get, "/v1/advisories", as: nil).status == 401)
        }
    }

    @Test func standsWithWhatALaneSays() async throws {
        try await APIHarness.serving { api in
            _ = try await api.ask(.post, "/v1/lanes/changes", as: "commander", Self.hold)
            func finding(_ reference: String) async throws -> JSONValue? {
                let answer = try await api.ask(
                    .post,
                    "/v1/items",
                    as: "fox",
                    APIExample.packet(reference)
                )
                return try answer.json["findings"]?.elements?.first { $0["reason"] != nil }
            }
            let before = try await finding("a")
            #expect(before?["advisory"]?.text == "poland", "it is named, and not yet published")
            #expect(before?["advisory_url"] == .null)
            _ = try await api.ask(.post, "/v1/advisories", as: "commander", Self.body())
            let held = try await finding("b")
            #expect(held?["advisory_url"]?.text == "/status/advisories/poland")
            #expect(held?["next_update_at"]?.text == "2099-01-01T00:00:00.000Z")
            // The account hears of it as an event of its own, and nobody else does.
            try await api.office.tellSenders()
            let events = try await api.ask(.get, "/v1/events", as: "fox").json
            let told = events["events"]?.elements?.last
            #expect(told?["type"]?.text == "advisory.published")
            #expect(told?["subject"]?.text == "poland")
            #expect(told?["data"]?["version"]?.wholeNumber == 1)
            #expect(told?["data"]?["url"]?.text == "/v1/advisories/poland")
            let owls = try await api.ask(.get, "/v1/events", as: "owl").json
            #expect(owls["events"]?.elements?.isEmpty == true)
        }
    }
}

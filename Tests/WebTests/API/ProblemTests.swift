import Foundation
import HTTPTypes
import Mail
import Office
import Testing

@testable import Web

@Suite("Problems", .serialized)
struct ProblemTests {
    @Test(arguments: [
        ("GET", "/v1/pigeons", 404, "not_found"), ("GET", "/v1", 404, "not_found"),
        ("DELETE", "/v1/items", 405, "method_not_allowed"),
        ("PATCH", "/v1/items/LA990000006GB", 405, "method_not_allowed"),
        ("POST", "/docs", 405, "method_not_allowed"),
        ("GET", "/v1/items/LA990000006GB/cancel", 405, "method_not_allowed"),
        ("POST", "/v1/items", 415, "media_type_unsupported"),
    ])
    func isAnsweredForWhatTheFrameworkRefuses(
        _ method: String,
        _ path: String,
        _ status: Int,
        _ code: String
    ) async throws {
        try await APIHarness.serving { api in
            let method = try #require(HTTPRequest.Method(method))
            let answer = try await api.ask(method, path)
            #expect(answer.status == status)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try answer.json["code"]?.text == code)
            #expect(try answer.json["status"]?.wholeNumber == status)
            if status == 405 { #expect(answer.headers[.allow]?.isEmpty == false) }
        }
    }

    @Test func asksWhoIsThereBeforeAnythingElse() async throws {
        try await APIHarness.serving { api in
            for path in ["/v1/me", "/v1/items", "/v1/items/LA990000006GB", "/v1/events"] {
                let answer = try await api.ask(.get, path, as: nil)
                #expect(answer.status == 401)
                #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
            }
            let me = try await api.ask(.get, "/v1/me")
            #expect(try me.json["author"]?.text == "key:fox")
            #expect(try me.json["customer"]?.text == "fox")
        }
    }

    @Test(arguments: [
        "text/plain", "application/jsonx", "application/json; charset=latin1",
        "application/x-www-form-urlencoded",
    ])
    func refusesAnotherMediaType(_ type: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(
                .post,
                "/v1/items",
                headers: [.contentType: type],
                APIExample.packet("a")
            )
            #expect(answer.status == 415)
            let coded = try await api.ask(
                .post,
                "/v1/items",
                headers: [.contentEncoding: "gzip"],
                APIExample.packet("a")
            )
            #expect(coded.status == 415)
        }
    }

    @Test func saysWhereTheBodyIsNoJSON() async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.post, "/v1/items", "{\"a\":1,}")
            #expect(answer.status == 400)
            #expect(try answer.json["code"]?.text == "json_malformed")
            #expect(try answer.json["detail"]?.text?.contains("byte 7") == true)
        }
    }

    @Test func refusesABodyThatIsTooLarge() async throws {
        try await APIHarness.serving { api in
            let body = "\"" + String(repeating: "a", count: APILimits().items) + "\""
            let answer = try await api.ask(.post, "/v1/items", body)
            #expect(answer.status == 413)
            #expect(try answer.json["code"]?.text == "body_too_large")
        }
    }

    @Test func namesTheRequestByTheTraceThatCameWithIt() async throws {
        try await APIHarness.serving { api in
            let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
            let answer = try await api.ask(
                .get,
                "/v1/pigeons",
                headers: [.traceParent: "00-\(trace)-00f067aa0ba902b7-01"]
            )
            #expect(answer.headers[.requestID] == trace)
            #expect(try answer.json["request_id"]?.text == trace)
            #expect(
                try answer.json["instance"]?.text
                    == "urn:uuid:4bf92f35-77b3-4da6-a3ce-929d0e0e4736"
            )
        }
    }

    @Test(arguments: [
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x", "", "00-1-2-3",
    ])
    func drawsANameForARequestWithoutATrace(_ field: String) {
        #expect(RequestName(traceparent: field) == nil)
    }

    @Test func speaksTheLanguageOfWhoeverAsks() async throws {
        try await APIHarness.serving { api in
            var titles: Set<String> = []
            for language in Language.allCases {
                let answer = try await api.ask(
                    .get,
                    "/v1/pigeons",
                    headers: [.acceptLanguage: language.rawValue]
                )
                #expect(answer.headers[.contentLanguage] == language.rawValue)
                titles.insert(try answer.json["title"]?.text ?? "")
            }
            #expect(titles.count == Language.allCases.count)
        }
    }

    @Test func tellsACallerThatRunsWildWhenToGoOn() async throws {
        var limits = APILimits()
        limits.requestsPerMinute = 2
        try await APIHarness.serving(limits: limits) { api in
            let first = try await api.ask(.get, "/v1/me")
            #expect(first.headers[.rateLimitPolicy] == "\"default\";q=2;w=60")
            #expect(first.headers[.rateLimit] == "\"default\";r=1;t=30")
            _ = try await api.ask(.get, "/v1/me")
            let third = try await api.ask(.get, "/v1/me")
            #expect(third.status == 429)
            #expect(third.headers[.retryAfter] == "30")
            #expect(try await api.ask(.get, "/v1/me", as: "owl").status == 200)
        }
    }

    @Test func isNeverFilledTwice() {
        #expect(ProblemText.fill("{a} {b}", ["a": "{b}", "b": "x"]) == "{b} x")
    }

    /// RFC 9457's own schema, in the fixtures, names these members and their types.
    @Test func hasTheMembersOfTheStandard() throws {
        for code in ProblemCode.allCases {
            let problem = Problem(code)
            let json = problem.json(
                to: RequestName(id: String(repeating: "a", count: 32)),
                in: .english
            )
            for member in ["type", "title", "detail", "instance"] {
                #expect(json[member]?.text?.isEmpty == false)
            }
            #expect(json["status"]?.wholeNumber == code.status.code)
        }
    }
}

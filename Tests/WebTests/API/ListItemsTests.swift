import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite("GET /v1/items", .serialized)
struct ListItemsTests {
    @Test func walksAllPagesAndMissesNothing() async throws {
        try await APIHarness.serving { api in
            let many = (0..<7).map { APIExample.packet("r\($0)") }.joined(separator: ",")
            _ = try await api.ask(.post, "/v1/items", "{\"items\":[\(many)]}")
            var path: String? = "/v1/items?limit=3&destination=PL"
            var seen: [String] = []
            while let asked = path {
                let answer = try await api.ask(.get, asked)
                #expect(answer.status == 200)
                let page = try #require(try answer.json["items"]?.elements)
                seen += page.compactMap { $0["reference"]?.text }
                path = answer.headers[.link]
                    .map { String($0.dropFirst().prefix { $0 != ">" }) }
                let isLast = try answer.json["next_cursor"] == .null
                #expect((path == nil) == isLast)
            }
            #expect(seen == (0..<7).reversed().map { "r\($0)" })
        }
    }

    @Test func refusesACursorOfAnotherQuestion() async throws {
        try await APIHarness.serving { api in
            let many = (0..<3).map { APIExample.packet("r\($0)") }.joined(separator: ",")
            _ = try await api.ask(.post, "/v1/items", "{\"items\":[\(many)]}")
            let first = try await api.ask(.get, "/v1/items?limit=1")
            let cursor = try #require(try first.json["next_cursor"]?.text)
            #expect(try await api.ask(.get, "/v1/items?cursor=\(cursor)").status == 200)
            for path in [
                "?state=lodged&cursor=\(cursor)", "?cursor=" + cursor.dropLast() + "A", "?cursor=x",
                "?cursor=",
            ] {
                let answer = try await api.ask(.get, "/v1/items" + path)
                #expect(answer.status == 400)
                #expect(try answer.json["code"]?.text == "cursor_invalid")
            }
        }
    }

    @Test func findsByWhatTheQueryNames() async throws {
        try await APIHarness.serving { api in
            _ = try await api.lodged("order-1")
            _ = try await api.lodged("order-2", as: "owl")
            let expected: [(String, [String])] = [
                ("", ["order-2", "order-1"]), ("?customer=fox", ["order-1"]),
                ("?reference=order-2", ["order-2"]), ("?q=order", ["order-2", "order-1"]),
                ("?q=%C5%81ukasiewicz", ["order-2", "order-1"]), ("?q=%25", []),
                ("?product=packet-tracked&state=lodged", ["order-2", "order-1"]),
                ("?state=held", []), ("?destination=FR", []),
                ("?lodged_after=2026-11-17", ["order-2", "order-1"]),
                ("?lodged_before=2026-11-18T12%3A00%3A00%2B02%3A00", []),
            ]
            for (query, references) in expected {
                let answer = try await api.ask(.get, "/v1/items" + query, as: "clerk")
                let found = try answer.json["items"]?.elements?.map { $0["reference"]?.text }
                #expect(found == references, "\(query)")
            }
            #expect(try await api.ask(.get, "/v1/items?customer=owl").status == 403)
        }
    }

    @Test(arguments: [
        "?limit=0", "?limit=201", "?limit=+5", "?limit=x", "?state=open", "?destination=XX",
        "?product=pigeon", "?lodged_after=yesterday", "?lodged_after=2026-02-30", "?q=%FF",
        "?q=%00", "?limit=1&limit=2", "?stat=held", "?lodged_before=2026-01-01T25:00:00Z",
    ])
    func refusesAParameterThatItCannotRead(_ query: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.get, "/v1/items" + query)
            #expect(answer.status == 400)
            #expect(try answer.json["code"]?.text?.hasPrefix("parameter_") == true)
        }
    }

    @Test func readsMomentsAsTheStandardWritesThem() {
        #expect(Moment(rfc3339: "1970-01-01")?.milliseconds == 0)
        #expect(Moment(rfc3339: "2026-11-24T02:23:00.000Z")?.text == "2026-11-24T02:23:00.000Z")
        #expect(Moment(rfc3339: "2024-02-29T23:59:59.5+01:30")?.text == "2024-02-29T22:29:59.500Z")
        #expect(Moment(rfc3339: "1969-12-31t23:59:59z")?.milliseconds == -1000)
        #expect(Moment(rfc3339: "2026-11-24T02:23:00") == nil)
    }
}

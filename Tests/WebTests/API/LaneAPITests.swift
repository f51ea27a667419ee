import HTTPTypes
import Hummingbird
import Mail
import Office
import Testing

@testable import Web

/// Lanes by the API: the same words and the same two people as by commands.
@Suite("Lanes by the API", .serialized)
struct LaneAPITests {
    private static let hold = """
        {"settings":[{"lane":"dest=PL,data=yes","state":"held","advisory":"poland"}],"reason":"law"}
        """

    private func change(
        _ api: APIHarness,
        _ body: String,
        as caller: String = "commander",
        headers: HTTPFields = [:]
    ) async throws -> APIHarness.Answer {
        try await api.ask(.post, "/v1/lanes/changes", as: caller, headers: headers, body)
    }

    @Test func changesThePlanByWhatWasSeen() async throws {
        try await APIHarness.serving { api in
            let plan = try await api.ask(.get, "/v1/lanes", as: "auditor")
            #expect(plan.headers[.eTag] == "\"0\"")
            let dry = try await api.ask(
                .post,
                "/v1/lanes/changes?dry_run=true",
                as: "commander",
                Self.hold
            )
            #expect(try dry.json["outcome"]?.text == "dry-run", "\(dry.text)")
            let made = try await change(api, Self.hold, headers: [.ifMatch: "\"0\""])
            #expect(made.status == 200 && made.headers[.eTag] == "\"1\"", "\(made.text)")
            let stale = try await change(api, Self.hold, headers: [.ifMatch: "\"0\""])
            #expect(stale.status == 412)
            #expect(try stale.json["code"]?.text == "plan_stale")
            let same = try await api.ask(
                .get,
                "/v1/lanes",
                as: "auditor",
                headers: [.ifNoneMatch: "\"1\""]
            )
            #expect(same.status == 304)
            let past = try await api.ask(.get, "/v1/lanes?as_of=2020-01-01", as: "auditor")
            #expect(try past.json["version"]?.wholeNumber == 0)
            let changes = try await api.ask(.get, "/v1/lanes/changes", as: "auditor").json
            #expect(changes["changes"]?.elements?.first?["reason"]?.text == "law")
            for wrong in ["0", "-1", "x"] {
                let path = "/v1/lanes/changes?before=" + wrong
                let answer = try await api.ask(.get, path, as: "auditor")
                #expect(answer.status == 400, "\(wrong): \(answer.text)")
            }
        }
    }

    @Test func tellsWhoeverLodgesWhyAndUntilWhen() async throws {
        try await APIHarness.serving { api in
            _ = try await change(api, Self.hold)
            let held = try await api.ask(
                .post,
                "/v1/items",
                as: "fox",
                APIExample.packet("a")
            )
            #expect(held.status == 201, "\(held.text)")
            let finding = try held.json["findings"]?.elements?.first
            #expect(finding?["code"]?.text == "lane_held")
            #expect(finding?["reason"]?.text == "law")
            #expect(finding?["advisory"]?.text == "poland")
            #expect(finding?["resume_at"] == .null)
            #expect(finding?["plan"]?.wholeNumber == 1)
            let close = """
                {"settings":[{"lane":"dest=PL,data=yes","state":"closed","to":"2099-01-01"}],
                "reason":"strike"}
                """
            let proposed = try await change(api, close)
            #expect(proposed.status == 202, "\(proposed.text)")
            let waiting = try #require(try proposed.json["proposal"]?.text)
            let approved = try await api.ask(
                .post,
                "/v1/lanes/proposals/\(waiting)/approve",
                as: "second"
            )
            #expect(approved.status == 200, "\(approved.text)")
            for path in ["/v1/items", "/v1/items?dry_run=true"] {
                let closed = try await api.ask(.post, path, as: "fox", APIExample.packet("b"))
                #expect(closed.status == 409)
                let json = try closed.json
                #expect(json["code"]?.text == "lane_closed" && json["reason"]?.text == "strike")
                #expect(json["resume_at"]?.text == "2099-01-01T00:00:00.000Z", "\(closed.text)")
                #expect(json["advisory"] == .null && json["plan"]?.wholeNumber == 2)
            }
            let backlog = try await api.ask(.get, "/v1/lanes/backlog", as: "clerk").json
            #expect(backlog["items"]?.wholeNumber == 1)
            let lane = "dest=PL,product=packet-tracked,channel=api,kind=business,data=yes"
            let why = try await api.ask(.get, "/v1/lanes/why?lane=\(lane)", as: "clerk").json
            #expect(why["state"]?.text == "closed")
        }
    }

    @Test func takesTwoPeopleAndOneToCancel() async throws {
        try await APIHarness.serving { api in
            let all = "{\"plan\":\"stop-everything\",\"reason\":\"attack\"}"
            #expect(try await change(api, all).status == 202)
            let path = "/v1/lanes/proposals/p1"
            let own = try await api.ask(.post, path + "/approve", as: "commander")
            #expect(own.status == 409)
            #expect(try own.json["refusal"]?.text == "same_person")
            let shown = try await api.ask(.get, path, as: "auditor").json
            #expect(shown["state"]?.text == "waiting" && shown["affected"] != .null)
            let reason = "{\"reason\":\"no\"}"
            let cancelled = try await api.ask(
                .post,
                path + "/cancel",
                as: "commander",
                reason
            )
            #expect(cancelled.status == 200, "\(cancelled.text)")
            let late = try await api.ask(.post, path + "/approve", as: "second")
            #expect(try late.json["refusal"]?.text == "proposal_cancelled")
            let none = try await api.ask(.post, "/v1/lanes/proposals/p9/approve", as: "second")
            #expect(none.status == 404)
        }
    }

    @Test(arguments: [
        ("shipper", "/v1/lanes", 403), ("clerk", "/v1/lanes", 200),
        ("auditor", "/v1/lanes/forecast", 200), ("auditor", "/v1/lanes/bundle", 200),
        ("fox", "/v1/lanes/backlog", 403), ("clerk", "/v1/lanes/releases", 200),
        ("clerk", "/v1/lanes/plans", 200), ("clerk", "/v1/lanes/usage", 200),
    ])
    func letsRead(_ caller: String, _ path: String, _ status: Int) async throws {
        try await APIHarness.serving { api in
            let name = caller == "shipper" ? "fox" : caller
            let answer = try await api.ask(.get, path, as: name)
            #expect(answer.status == status, "\(answer.text.prefix(300))")
        }
    }

    @Test(arguments: [
        ("{\"settings\":[],\"reason\":\"r\"}", 422, "lane_order_invalid"),
        (
            "{\"settings\":[{\"lane\":\"dest=ZZ\",\"state\":\"open\"}],\"reason\":\"r\"}", 422,
            "fields_invalid"
        ),
        (
            "{\"settings\":[{\"lane\":\"any\",\"state\":\"shut\"}],\"reason\":\"r\"}", 422,
            "fields_invalid"
        ),
        (
            "{\"settings\":[{\"lane\":\"any\",\"state\":\"open\",\"perDay\":4}],\"reason\":\"r\"}",
            422, "fields_invalid"
        ),
        (
            "{\"settings\":[{\"lane\":\"any\",\"state\":\"capped\"}],\"reason\":\"r\"}", 422,
            "fields_invalid"
        ),
        ("{\"plan\":\"none\",\"reason\":\"r\"}", 404, "lane_order_unknown"),
        ("{\"plan\":\"everything-capped\",\"reason\":\"r\"}", 422, "lane_order_invalid"),
        ("{\"drops\":[7],\"reason\":\"r\"}", 404, "lane_order_unknown"),
        ("{\"plan\":\"normal\"}", 422, "fields_invalid"),
        ("{\"x\":1,\"reason\":\"r\"}", 422, "fields_invalid"),
    ])
    func saysWhatIsWrong(_ body: String, _ status: Int, _ code: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await change(api, body)
            #expect(answer.status == status, "\(answer.text)")
            #expect(try answer.json["code"]?.text == code, "\(answer.text)")
            let clerk = try await change(api, body, as: "clerk")
            #expect(clerk.status == 403)
        }
    }

    @Test func plansAndStopsReleases() async throws {
        try await APIHarness.serving { api in
            _ = try await change(api, Self.hold)
            _ = try await api.lodged("a")
            let body = "{\"lane\":\"any\",\"perHour\":5,\"reason\":\"r\"}"
            let planned = try await api.ask(.post, "/v1/lanes/releases", as: "commander", body)
            #expect(planned.status == 201, "\(planned.text)")
            let closedToo = body.replacing("}", with: ",\"closedToo\":true}")
            let second = try await api.ask(
                .post,
                "/v1/lanes/releases",
                as: "commander",
                closedToo
            )
            #expect(try second.json["code"]?.text == "lane_approval_missing")
            for wrong in ["null", "1", "\"yes\""] {
                let body = body.replacing("}", with: ",\"closedToo\":\(wrong)}")
                let answer = try await api.ask(
                    .post,
                    "/v1/lanes/releases",
                    as: "commander",
                    body
                )
                #expect(answer.status == 422, "\(wrong): \(answer.text)")
            }
            let list = try await api.ask(.get, "/v1/lanes/releases", as: "clerk").json
            #expect(list["releases"]?.elements?.first?["items"]?.wholeNumber == 1)
            let path = "/v1/lanes/forecast?lane=any&per_hour=5&days=2"
            let forecast = try await api.ask(.get, path, as: "clerk").json
            #expect(forecast["notOpened"]?.elements?.first?["items"]?.wholeNumber == 1)
            let stop = "/v1/lanes/releases/r1/stop"
            let stopped = try await api.ask(.post, stop, as: "commander", "{\"reason\":\"r\"}")
            #expect(stopped.status == 200)
            let again = try await api.ask(.post, stop, as: "commander", "{\"reason\":\"r\"}")
            #expect(again.status == 404)
        }
    }
}

import Foundation
import Testing

/// Lanes as people change them: at rest, and while the office is served.
@Suite("posthorn lane", .serialized, .timeLimit(.minutes(30)))
struct LaneCommandTests {
    private func office(_ scratch: Scratch) throws -> String {
        let office = scratch.path("office")
        let made = try Binary.posthorn.run("init", office)
        try #require(made.status == 0, "\(made.errors)")
        return office
    }

    private func lane(_ office: String, _ arguments: String...) throws -> Binary.Result {
        try Binary.posthorn.start(["lane"] + arguments + ["--office", office]).finish()
    }

    private func lodge(
        _ file: String,
        _ office: String,
        _ more: String...
    ) throws
        -> Binary.Result
    {
        let out = office + "-out"
        return try Binary.posthorn
            .start(["lodge", file, "--office", office, "--out", out] + more).finish()
    }

    @Test("closing takes two, refuses by lane alone with 5, and letters still go")
    func closes() async throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let goods = try scratch.write(OneItem.json(reference: "a"), to: "goods.jsonl")
        let both = try scratch.write(
            [OneItem.json(reference: "b"), OneItem.letter].joined(separator: "\n"),
            to: "both.jsonl"
        )
        let proposed = try lane(
            office,
            "plan",
            "apply",
            "letters-first",
            "--as",
            "ada",
            "--reason",
            "attack"
        )
        #expect(proposed.status == 6, "\(proposed.errors)")
        #expect(proposed.output.split(separator: "\n").last == "p1")
        #expect(proposed.errors.contains("hint: posthorn lane approve p1"))
        #expect(try lane(office, "approve", "p1", "--as", "ada").status == 5)
        #expect(try lane(office, "approve", "p7", "--as", "ben").status == 4)
        let approved = try lane(office, "approve", "p1", "--as", "ben")
        #expect(approved.status == 0 && approved.output.contains("plan 1"), "\(approved.errors)")
        for dry in [["--dry-run"], []] {
            let refused = try Binary.posthorn
                .start(
                    ["lodge", goods, "--office", office, "--out", scratch.path("out"), "--json"]
                        + dry
                )
                .finish()
            #expect(refused.status == 5, "\(refused.errors)")
            #expect(refused.output.contains("\"lane_closed\""))
            #expect(refused.output.contains("attack"))
        }
        #expect(try Binary.posthorn.run("check", goods, "--office", office).status == 5)
        let mixed = try lodge(both, office, "--json")
        #expect(mixed.status == 3 && mixed.output.contains("\"lodged\":1"), "\(mixed.errors)")
        let why = try lane(
            office,
            "why",
            "dest=PL,product=parcel,channel=api,kind=private,data=yes"
        )
        #expect(why.output.contains("closed") && why.output.contains("attack"))
        let history = try lane(office, "history")
        #expect(history.output.contains("staff:ada, approved by staff:ben: attack"))
        #expect(try lane(office, "list", "--as-of", "2020-01-01").output.contains("plan 0"))
    }

    @Test("the same while the office is served, for everybody at once")
    func served() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let file = try scratch.write(OneItem.json(reference: "a"), to: "one.jsonl")
        let again = try scratch.write(OneItem.json(reference: "b"), to: "two.jsonl")
        let capped = try lane(
            place.office,
            "set",
            "data=yes",
            "capped",
            "--per-day",
            "1",
            "--reason",
            "trial",
            "--as",
            "ada",
            "--json"
        )
        #expect(capped.status == 0 && capped.output.contains("\"outcome\":\"changed\""))
        #expect(try lodge(file, place.office).status == 0)
        let over = try lodge(again, place.office, "--json")
        #expect(over.status == 5 && over.output.contains("\"lane_limited\""), "\(over.errors)")
        #expect(try lane(place.office, "list").output.contains("1 of 1 today"))
        let key = try place.key("clerk")
        let answer = try place.curl(
            "--request",
            "POST",
            "--header",
            "Authorization: Bearer \(key)",
            "--header",
            "Content-Type: application/json",
            "--data",
            OneItem.json(reference: "c"),
            place.address + "v1/items"
        )
        #expect(answer.status == "429", "\(answer.body)")
        #expect(answer.body.contains("\"code\":\"lane_limited\""))
        #expect(answer.body.contains("\"resume_at\":\""))
        let closing = try lane(place.office, "set", "any", "closed", "--reason", "x", "--as", "ada")
        #expect(closing.status == 6)
        #expect(try lane(place.office, "approve", "p1", "--as", "ben").status == 0)
        let letter = try scratch.write(OneItem.letter, to: "letter.jsonl")
        #expect(try lodge(letter, place.office).status == 5)
        #expect(place.stop().status == 0)
        #expect(try lodge(letter, place.office).status == 5)
    }

    @Test(
        "what is wrong with a change is said with both sides",
        arguments: [
            (["set", "dest=ZZ", "closed"], "expected a country"),
            (["set", "any", "shut"], "expected a state, found 'shut'"),
            (["set", "any", "capped"], "a cap has at least one item"),
            (["set", "any", "open", "--per-day", "4"], "--per-day belongs to capped"),
            (["set", "any", "diverted"], "diverted to whom?"),
            (["set", "any", "closed", "--to", "soon"], "--to: expected a moment, found 'soon'"),
            (["set", "any", "closed", "--to", "2020-01-01"], "expected an end that is to come"),
            (["plan", "apply", "everything-capped"], "capped at how many a day?"),
        ]
    )
    func refuses(_ arguments: [String], _ message: String) throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let result = try Binary.posthorn
            .start(
                ["lane"] + arguments + ["--reason", "r", "--office", office]
            )
            .finish()
        #expect(result.status == 64, "\(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test("a backlog is listed, let go and listed again; what was paid for is listed for refund")
    func releases() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let held = try lane(office, "set", "data=yes", "held", "--limit", "3", "--reason", "r")
        #expect(held.status == 0, "\(held.errors)")
        let rows = (1...4).map { OneItem.json(reference: "a\($0)") }
        let file = try scratch.write(rows.joined(separator: "\n"), to: "rows.jsonl")
        let lodged = try lodge(file, office, "--json")
        #expect(lodged.status == 3 && lodged.output.contains("\"held\":3"), "\(lodged.errors)")
        let backlog = try lane(office, "backlog")
        #expect(backlog.output.contains("3 to PL by packet-tracked"), "\(backlog.output)")
        // A rule for everything opens no lane that a more specific rule holds.
        for (lanes, clears) in [("any", "\"clears\":null"), ("data=yes", "\"clears\":\"20")] {
            let guess = try lane(
                office,
                "simulate",
                lanes,
                "--per-hour",
                "2",
                "--days",
                "2",
                "--json"
            )
            #expect(guess.status == 0 && guess.output.contains(clears), "\(guess.output)")
        }
        let closed = try lane(
            office,
            "release",
            "plan",
            "any",
            "--per-hour",
            "2",
            "--closed-too",
            "--reason",
            "r"
        )
        #expect(closed.status == 6 && closed.errors.contains("--approved-by"))
        let planned = try lane(office, "release", "plan", "any", "--per-hour", "2", "--reason", "r")
        #expect(planned.output.contains("r1: 3 items"), "\(planned.errors)")
        #expect(try lane(office, "release", "run").output.contains("0 items released"))
        #expect(try lane(office, "set", "data=yes", "open", "--reason", "r").status == 6)
        #expect(try lane(office, "approve", "p1", "--as", "ben").status == 0)
        #expect(try lane(office, "release", "run").output.contains("2 items released"))
        #expect(try lane(office, "release", "list").output.contains("1 of 3 items wait"))
        #expect(try lane(office, "release", "stop", "r1", "--reason", "r").status == 0)
        #expect(try lane(office, "release", "stop", "r1", "--reason", "r").status == 4)
        let strike = try lane(
            office,
            "calendar",
            "set",
            "2099-12-24",
            "holiday",
            "--percent",
            "50",
            "--label",
            "eve"
        )
        #expect(strike.status == 0, "\(strike.errors)")
        #expect(try lane(office, "calendar", "list").output.contains("holiday, 50 %: eve"))
        #expect(
            try lane(office, "calendar", "set", "24.12.", "holiday", "--label", "x").status == 64
        )
        let other = try scratch.write(OneItem.json(reference: "b"), to: "other.jsonl")
        #expect(try lodge(other, office).status == 0)
        let paid = try lane(office, "unaccepted").output.split(separator: "\n")
        #expect(paid.count == 2 && paid.last?.hasSuffix("12.35,GBP") == true, "\(paid)")
    }

    @Test("plans of one's own, schedules and dry runs")
    func plans() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let dry = try lane(office, "set", "data=yes", "held", "--reason", "r", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("would change plan 0"))
        #expect(try lane(office, "list").output.contains("plan 0"))
        #expect(try lane(office, "set", "data=yes", "held", "--reason", "r").status == 0)
        let strike = try lane(
            office,
            "set",
            "data=yes",
            "capped",
            "--per-day",
            "5",
            "--reason",
            "strike",
            "--from",
            "2099-12-24T18:00",
            "--to",
            "2099-12-27",
            "--json"
        )
        #expect(strike.status == 6, "it opens what is held: \(strike.output)")
        #expect(try lane(office, "approve", "p1", "--as", "ben").status == 0)
        let schedule = try lane(office, "schedule")
        #expect(schedule.output.contains("from 2099-12-24 18:00 +00:00"), "\(schedule.output)")
        #expect(try lane(office, "plan", "save", "christmas", "--as", "ada").status == 0)
        #expect(try lane(office, "plan", "list").output.contains("christmas: 2 rules"))
        #expect(try lane(office, "plan", "save", "normal").status == 5)
        let cancelled = try lane(office, "schedule", "--cancel", "2", "--reason", "off")
        #expect(cancelled.status == 0, "\(cancelled.errors)")
        #expect(try lane(office, "schedule").output.contains("nothing is scheduled"))
        #expect(try lane(office, "plan", "apply", "none", "--reason", "r").status == 4)
    }
}

import Foundation
import Testing

/// What operators do with lanes by command besides changing the plan.
@Suite("posthorn lane, for operators", .serialized, .timeLimit(.minutes(20)))
struct LaneOperatorCommandTests {
    private func office(_ scratch: Scratch) throws -> String {
        let office = scratch.path("office")
        let made = try Binary.posthorn.run("init", office)
        try #require(made.status == 0, "\(made.errors)")
        return office
    }

    private func lane(_ office: String, _ arguments: String...) throws -> Binary.Result {
        try Binary.posthorn.start(["lane"] + arguments + ["--office", office]).finish()
    }

    @Test("cancels what waits for a second person")
    func cancels() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        #expect(
            try lane(office, "set", "any", "closed", "--reason", "x", "--as", "ada").status == 6
        )
        #expect(try lane(office, "cancel", "p9", "--reason", "r").status == 4)
        let cancelled = try lane(office, "cancel", "p1", "--reason", "r", "--as", "ada")
        #expect(cancelled.status == 0 && cancelled.output.contains("p1 is cancelled"))
        #expect(try lane(office, "approve", "p1", "--as", "ben").status == 5)
        #expect(try lane(office, "cancel", "p1", "--reason", "r").status == 5)
    }

    @Test("writes a bundle that says who signed it, which plan it is, and what it says")
    func bundles() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        #expect(try lane(office, "set", "data=yes", "held", "--reason", "law").status == 0)
        let file = scratch.path("lanes.bundle")
        #expect(try lane(office, "export", "--to", file).status == 0)
        let vkey = try String(contentsOfFile: office + "/journal/vkey", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let why = "dest=US,product=parcel,channel=counter,kind=private,data=yes"
        let checked = try Binary.posthorn
            .run("lane", "check-bundle", file, "--vkey", vkey, "--why", why)
        #expect(checked.status == 0, "\(checked.errors)")
        for said in ["plan 1", "fresh", "held", "because: law"] {
            #expect(checked.output.contains(said), "\(checked.output)")
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let other = try scratch.write(
            text.replacingOccurrences(of: "plan 1", with: "plan 2"),
            to: "other.bundle"
        )
        let refused = try Binary.posthorn.run("lane", "check-bundle", other, "--vkey", vkey)
        #expect(refused.status == 7)
    }

    @Test("takes scans in, sorts them, and lodges them anew")
    func takesScans() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let list = try scratch.write(
            "CP123456785GB\nCP123456784GB\nRR473124829GB\n",
            to: "hall.txt"
        )
        let dry = try lane(office, "intake", "add", list, "--dry-run")
        #expect(dry.status == 3 && dry.output.contains("2 items would be taken"))
        let taken = try lane(office, "intake", "add", list, "--as", "ada")
        #expect(taken.status == 3, "\(taken.errors)")
        #expect(taken.output.contains("row 2 is not taken: expected check digit 5, found 4"))
        #expect(taken.output.contains("2 items are new"))
        #expect(try lane(office, "intake", "add", list).output.contains("0 items are new, 2 known"))
        let set = try lane(office, "intake", "set", "RR473124829GB", "return", "--reason", "r")
        #expect(set.status == 0, "\(set.errors)")
        let data = try scratch.write(OneItem.json(reference: "CP123456785GB"), to: "data.jsonl")
        let lodged = try Binary.posthorn
            .run("lodge", data, "--office", office, "--out", scratch.path("out"))
        #expect(lodged.status == 0, "\(lodged.errors)")
        let csv = try lane(office, "intake", "list", "--csv").output.split(separator: "\n")
        #expect(csv.count == 3 && csv[0] == "item,need,destination,list,found,documentedAs")
        #expect(csv[1].hasPrefix("CP123456785GB,nothing,") && !csv[1].hasSuffix(","))
        #expect(csv[2].hasPrefix("RR473124829GB,return,"))
        let counts = try lane(office, "intake", "list").output
        #expect(counts.contains("documented anew: 1"))
        #expect(
            try lane(office, "intake", "set", "RR473124829GB", "x", "--reason", "r").status == 64
        )
    }

    @Test("says what stands in no release plan, and what a forecast did not open")
    func saysWhatIsLeft() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        #expect(
            try lane(office, "set", "dest=PL", "held", "--reason", "r", "--as", "ada").status == 6
        )
        #expect(try lane(office, "approve", "p1", "--as", "ben").status == 0)
        for name in ["a", "b"] {
            let file = try scratch.write(OneItem.json(reference: name), to: name + ".jsonl")
            let lodged = try Binary.posthorn
                .run("lodge", file, "--office", office, "--out", scratch.path("out"))
            #expect(lodged.status == 0, "\(lodged.errors)")
            if name == "a" {
                let plan = try lane(
                    office,
                    "release",
                    "plan",
                    "any",
                    "--per-hour",
                    "5",
                    "--reason",
                    "r"
                )
                #expect(plan.output.contains("r1: 1 items"), "\(plan.errors)")
            }
        }
        let backlog = try lane(office, "backlog").output
        #expect(backlog.contains("1 of them stand in no release plan"), "\(backlog)")
        #expect(try lane(office, "release", "list").output.contains("1 items are held in no plan"))
        let forecast = try lane(office, "simulate", "any", "--per-hour", "5", "--days", "2")
        #expect(forecast.output.contains("not opened: 2 items wait behind rule 1"))
    }
}

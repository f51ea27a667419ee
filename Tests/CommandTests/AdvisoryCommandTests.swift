import Foundation
import Testing

/// Advisories by command: drafted from the plan, published, told, exported and checked.
@Suite("posthorn advisory", .serialized, .timeLimit(.minutes(20)))
struct AdvisoryCommandTests {
    @Test("goes from the plan to the public, and to a copy that is checked without the office")
    func wholeWay() throws {
        let scratch = try Scratch()
        let office = scratch.path("office")
        try #require(try Binary.posthorn.run("init", office).status == 0)
        func run(_ arguments: String...) throws -> Binary.Result {
            try Binary.posthorn.start(arguments + ["--office", office]).finish()
        }
        let nothing = try run("advisory", "draft", "a", "--to", scratch.path("a.txt"))
        #expect(nothing.status == 4, "\(nothing.errors)")
        let set = try run(
            "lane",
            "set",
            "dest=US,data=yes",
            "held",
            "--reason",
            "law",
            "--advisory",
            "us-customs"
        )
        #expect(set.status == 0 && set.errors.contains("no advisory 'us-customs' is published"))
        let list = try run("advisory", "list")
        #expect(list.status == 0 && list.errors.contains("lanes name the advisory 'us-customs'"))
        let file = scratch.path("us.txt")
        #expect(try run("advisory", "draft", "us-customs", "--to", file).status == 0)
        #expect(try run("advisory", "draft", "us-customs", "--to", file).status == 1, "left alone")
        let draft = try String(contentsOfFile: file, encoding: .utf8)
        for language in ["it", "en", "fr", "de", "nl"] {
            #expect(draft.contains("\n== \(language)\n"))
        }
        #expect(draft.contains("lanes: dest=US,data=yes\n"))
        let broken = try scratch.write(
            draft.replacingOccurrences(of: "== nl", with: "# nl"),
            to: "broken.txt"
        )
        let refused = try run("advisory", "publish", broken)
        #expect(refused.status == 64 && refused.errors.contains("hint:"))
        #expect(try run("advisory", "publish", file, "--dry-run").output.contains("version 1"))
        #expect(
            try run("advisory", "show", "us-customs").status == 4,
            "a dry run publishes nothing"
        )
        #expect(try run("advisory", "publish", file, "--as", "ada").status == 0)
        let shown = try run("advisory", "show", "us-customs", "--json")
        #expect(shown.output.contains("\"version\": 1") || shown.output.contains("\"version\":1"))
        let told = try run("advisory", "told", "us-customs")
        #expect(told.output.contains("version 1: 0 senders of 0 items"))
        let site = scratch.path("site")
        #expect(try run("advisory", "export", "--to", site).status == 0)
        let vkey = try String(contentsOfFile: office + "/journal/vkey", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        func check() throws -> Binary.Result {
            try Binary.posthorn.run("advisory", "check-site", site, "--vkey", vkey)
        }
        let checked = try check()
        #expect(checked.status == 0 && checked.output.contains("fresh"), "\(checked.errors)")
        let page = site + "/en/index.html"
        let text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.contains("except to: United States"))
        try Data(text.replacingOccurrences(of: "United", with: "Untied").utf8)
            .write(to: URL(filePath: page))
        #expect(try check().status == 7)
        #expect(try run("advisory", "end", "us-customs", "--as", "ada").status == 0)
        #expect(try run("advisory", "publish", file).status == 5, "what is over stays over")
        #expect(try run("advisory", "export", "--to", site).status == 0)
        #expect(try check().status == 0, "written again, and whole")
    }

    @Test("a served office publishes, tells and keeps its copy by itself")
    func served() async throws {
        let scratch = try Scratch()
        let office = try await ServedPlace(scratch, settings: "status-site: site\n")
        func run(_ arguments: String...) throws -> Binary.Result {
            try Binary.posthorn.start(arguments + ["--office", office.office]).finish()
        }
        let set = try run("lane", "set", "dest=US", "held", "--reason", "law")
        #expect(set.status == 6 || set.status == 0)
        let file = scratch.path("us.txt")
        let drafted = try run("advisory", "draft", "us", "--lanes", "dest=US", "--to", file)
        #expect(drafted.status == 0, "\(drafted.errors)")
        #expect(try run("advisory", "publish", file, "--as", "ada").status == 0)
        var told = ""
        while !told.contains("version 1: 0 senders") {
            told = try run("advisory", "told", "us").output
        }
        let page = office.office + "/site/en/advisories/us.html"
        while !FileManager.default.fileExists(atPath: page) { await Task.yield() }
        let vkey = try String(contentsOfFile: office.office + "/journal/vkey", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let status = try office.curl(office.address + "status.json")
        #expect(status.body.contains("\"us\""))
        _ = office.stop()
        let checked = try Binary.posthorn.run(
            "advisory",
            "check-site",
            office.office + "/site",
            "--vkey",
            vkey
        )
        #expect(checked.status == 0, "\(checked.errors)")
    }
}

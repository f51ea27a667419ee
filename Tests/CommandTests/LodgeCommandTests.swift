import Foundation
import Testing

/// Lodging, reading back and doing both again, through the command as people run it.
@Suite("posthorn lodge")
struct LodgeCommandTests {
    private func office(_ scratch: Scratch) throws -> String {
        let office = scratch.path("office")
        let made = try Binary.posthorn.run("init", office)
        try #require(made.status == 0, "\(made.errors)")
        return office
    }

    private func items(_ count: Int) -> String {
        (1...count).map { OneItem.json(reference: "order-\($0)") }.joined(separator: "\n")
    }

    @Test func refusesToMakeAnOfficeTwice() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let again = try Binary.posthorn.run("init", office)
        #expect(again.status == 1)
        #expect(again.errors.contains("hint:"))
    }

    @Test func writesFormLabelAndMessage() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(items(1), to: "one.jsonl")
        let lodged = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out")
        )
        #expect(lodged.status == 0, "\(lodged.errors)")
        let files = try scratch.files(in: "out")
        #expect(
            files.keys.sorted() == [
                "LA990000006GB-cn22.pdf", "LA990000006GB-itmatt.edi", "LA990000006GB-label.pdf",
                "one.result.csv",
            ]
        )
    }

    @Test func lodgesTheSameFileOnce() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(items(20), to: "orders.jsonl")
        try Binary.posthorn.run("lodge", file, "--office", office, "--out", scratch.path("first"))
        let again = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("second")
        )
        #expect(again.status == 0, "\(again.errors)")
        #expect(try scratch.files(in: "first") == scratch.files(in: "second"))
    }

    @Test func refusesAReferenceWithOtherContent() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let first = try scratch.write(OneItem.json(reference: "a"), to: "first.jsonl")
        let other = try scratch.write(OneItem.json(reference: "a", quantity: 3), to: "other.jsonl")
        try Binary.posthorn.run("lodge", first, "--office", office, "--out", scratch.path("out"))
        let refused = try Binary.posthorn.run(
            "lodge",
            other,
            "--office",
            office,
            "--out",
            scratch.path("out"),
            "--json"
        )
        #expect(refused.status == 3)
        #expect(refused.output.contains("\"reference_reused\""))
    }

    @Test func printsTheSameBytesWithoutTheLedger() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(items(3), to: "orders.jsonl")
        try Binary.posthorn.run("lodge", file, "--office", office, "--out", scratch.path("out"))
        try FileManager.default.removeItem(atPath: office + "/ledger.sqlite")
        let id = "LA990000006GB"
        let printed = try Binary.posthorn.run(
            "documents",
            id,
            "--office",
            office,
            "--out",
            scratch.path("again")
        )
        #expect(printed.status == 0, "\(printed.errors)")
        for (name, bytes) in try scratch.files(in: "out") where name.hasPrefix(id) {
            #expect(try scratch.files(in: "again")[name] == bytes, "\(name) differs")
        }
        let cover = "\(id)-cover.pdf"
        #expect(printed.output.contains(cover))
        #expect(try scratch.files(in: "again")[cover]?.starts(with: "%PDF".utf8) == true)
    }

    @Test func givesALetterAnOfficeNumber() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(OneItem.letter, to: "letter.jsonl")
        let lodged = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out"),
            "--json"
        )
        #expect(lodged.status == 0, "\(lodged.errors)")
        #expect(lodged.output.contains("\"item\":\"PH"))
    }

    @Test func recordsNothingOnADryRun() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(items(2), to: "orders.jsonl")
        let before = try scratch.files(in: "office/journal")
        let dry = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out"),
            "--dry-run"
        )
        #expect(dry.status == 0, "\(dry.errors)")
        #expect(try scratch.files(in: "office/journal") == before)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }

    /// A command line and how it must end.
    struct Ending: Sendable, CustomTestStringConvertible {
        let words: [String]
        let status: Int32
        var testDescription: String { words.joined(separator: " ") }

        init(_ words: String, _ status: Int32) {
            self.words = words.split(separator: " ").map(String.init)
            self.status = status
        }
    }

    @Test(
        "answers with its exit status",
        arguments: [
            Ending("show LA990000006GB", 4), Ending("show nonsense", 64),
            Ending("documents RR473124829GB --out x", 4), Ending("verify", 0),
            Ending("doctor", 0), Ending("numbers list", 0),
            Ending("lodge missing.csv --out x", 1), Ending("frobnicate", 64),
        ]
    )
    func answersWithStatus(_ ending: Ending) throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let result = try Binary.posthorn.start(ending.words + ["--office", office]).finish()
        #expect(result.status == ending.status, "\(result.errors)")
    }

    @Test func finishesAfterBeingKilled() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let file = try scratch.write(items(1500), to: "orders.jsonl")
        // Killed at five different places; the office must open again each time.
        for kill in 1...5 {
            let run = try Binary.posthorn.start(
                ["lodge", file, "--office", office, "--out", scratch.path("out")])
            let goal = kill * 150
            while run.isRunning {
                let written = try? FileManager.default.contentsOfDirectory(
                    atPath: scratch.path("out")
                )
                if (written?.count ?? 0) >= goal { break }
            }
            run.send(SIGKILL)
            _ = run.finish()
        }
        let last = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out"),
            "--json"
        )
        #expect(last.status == 0, "\(last.errors)")
        let labels = try scratch.files(in: "out").keys.filter { $0.hasSuffix("-label.pdf") }
        #expect(labels.count == 1500)
        let verified = try Binary.posthorn.run("verify", "--office", office)
        #expect(verified.status == 0, "\(verified.errors)")
    }
}

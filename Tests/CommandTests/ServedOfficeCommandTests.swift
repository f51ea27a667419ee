import Foundation
import Testing

/// Commands on an office do the same whether it is served or not.
@Suite("commands on a served office", .serialized, .timeLimit(.minutes(30)))
struct ServedOfficeCommandTests {
    private func file(_ scratch: Scratch) throws -> String {
        let bad = OneItem.json(reference: "bad")
            .replacing("\"GB\",\"email\"", with: "\"ZZ\",\"email\"")
        let good = (1...12).map { OneItem.json(reference: "order-\($0)") }
        return try scratch.write(
            (good + [bad, OneItem.letter]).joined(separator: "\n"),
            to: "orders.jsonl"
        )
    }

    @Test func lodgingWritesTheSameFilesAndSaysTheSame() async throws {
        let scratch = try Scratch()
        let file = try file(scratch)
        let place = try await ServedPlace(scratch)
        let out = scratch.path("out")
        let arguments = ["lodge", file, "--office", place.office, "--out", out, "--json"]
        let served = try Binary.posthorn.start(arguments).finish()
        #expect(served.status == 3, "\(served.errors)")
        let first = try scratch.files(in: "out")
        #expect(first.count > 30)
        let again = try Binary.posthorn.start(arguments).finish()
        #expect(place.stop().status == 0)
        try FileManager.default.removeItem(atPath: out)
        let direct = try Binary.posthorn.start(arguments).finish()
        #expect(direct.status == 3, "\(direct.errors)")
        #expect(direct.output == again.output)
        let files = try scratch.files(in: "out")
        #expect(files == first)
    }

    @Test(
        "ends alike and says the same",
        arguments: [
            ["show", "LA990000006GB"], ["show", "LA990000006GB", "--json"],
            ["show", "LA990000010GB"],
            ["numbers", "list"], ["numbers", "load", "LAGB", "99000000-99000009"],
            ["journal", "checkpoint"], ["config", "check"], ["access", "key", "list"],
        ]
    )
    func endsAlike(_ command: [String]) async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let file = try scratch.write(OneItem.json(reference: "a"), to: "one.jsonl")
        let out = scratch.path("out")
        try Binary.posthorn.run("lodge", file, "--office", place.office, "--out", out)
        let arguments = command + ["--office", place.office]
        let served = try Binary.posthorn.start(arguments).finish()
        #expect(place.stop().status == 0)
        let direct = try Binary.posthorn.start(arguments).finish()
        #expect(served.status == direct.status, "\(served.errors)")
        // A stop publishes a checkpoint of its own.
        if command[0] != "journal" { #expect(served.output == direct.output) }
        #expect(served.errors == direct.errors)
    }

    @Test func documentsAreTheSameBytes() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let file = try scratch.write(OneItem.json(reference: "a"), to: "one.jsonl")
        let lodged = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            place.office,
            "--out",
            scratch.path("lodged")
        )
        #expect(lodged.status == 0, "\(lodged.errors)")
        func documents(_ out: String) throws -> Int32 {
            try Binary.posthorn
                .run(
                    "documents",
                    "LA990000006GB",
                    "--office",
                    place.office,
                    "--out",
                    scratch.path(out)
                )
                .status
        }
        #expect(try documents("served") == 0)
        #expect(place.stop().status == 0)
        #expect(try documents("direct") == 0)
        let (served, direct) = (try scratch.files(in: "served"), try scratch.files(in: "direct"))
        for (name, bytes) in served where !name.contains("cover") {
            #expect(direct[name] == bytes, "\(name) differs")
        }
        #expect(served.count >= 8)
    }

    @Test func forgettingWaitsForTheOffice() async throws {
        let place = try await ServedPlace(try Scratch())
        let refused = try Binary.posthorn.run(
            "forget",
            "--epoch",
            "2021-03",
            "--office",
            place.office
        )
        #expect(refused.status == 75)
        #expect(refused.errors.contains("stop `posthorn serve` first"))
        #expect(place.stop().status == 0)
    }

    @Test func doctorAndVerifyWorkBeside() async throws {
        let place = try await ServedPlace(try Scratch())
        #expect(try Binary.posthorn.run("verify", "--office", place.office).status == 0)
        #expect(try Binary.posthorn.run("doctor", "--office", place.office).status == 0)
        let loaded = try Binary.posthorn.run(
            "rates",
            "load",
            "EUR",
            "1.2134",
            "--day",
            "2026-11-02",
            "--source",
            "IMF",
            "--office",
            place.office
        )
        #expect(loaded.status == 0, "\(loaded.errors)")
        #expect(place.stop().status == 0)
    }

    /// An office that lies deeper than a socket's address is long.
    @Test func servesAnOfficeThatLiesDeep() async throws {
        let scratch = try Scratch()
        let deep = scratch.path(String(repeating: "deep/", count: 30))
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        let office = deep + "/office"
        try Binary.posthorn.run("init", office)
        let running = try Binary.posthorn.start([
            "serve", "--office", office, "--port", "0", "--admin-port", "0",
        ])
        _ = try #require(try await running.firstLine())
        let file = try scratch.write(OneItem.json(reference: "a"), to: "one.jsonl")
        let lodged = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out")
        )
        #expect(lodged.status == 0, "\(lodged.errors)")
        running.send(SIGTERM)
        #expect(running.finish().status == 0)
    }
}

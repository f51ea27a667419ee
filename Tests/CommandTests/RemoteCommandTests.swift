import Foundation
import Testing

/// The same verbs on an office elsewhere.
@Suite("posthorn --server", .serialized, .timeLimit(.minutes(30)))
struct RemoteCommandTests {
    @Test func lodgesShowsAndPrints() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let key = try scratch.write(try place.key("shipper") + "\n", to: "key")
        let items = (1...7).map { OneItem.json(reference: "order-\($0)") }
        let bad = OneItem.json(reference: "bad")
            .replacing("\"GB\",\"email\"", with: "\"ZZ\",\"email\"")
        let file = try scratch.write((items + [bad]).joined(separator: "\n"), to: "orders.jsonl")
        let remote = ["--server", place.address, "--key-file", key]
        let lodge = ["lodge", file, "--out", scratch.path("first")] + remote
        let lodged = try Binary.posthorn.start(lodge).finish()
        #expect(lodged.status == 3, "\(lodged.errors)")
        let first = try scratch.files(in: "first")
        #expect(first.keys.filter { $0.hasSuffix("label.pdf") }.count == 7)
        #expect(first["orders.result.csv"] != nil)
        let again = ["lodge", file, "--out", scratch.path("second")] + remote
        #expect(try Binary.posthorn.start(again).finish().status == 3)
        #expect(try scratch.files(in: "second") == first)
        // One file of each kind, as an office at hand writes them: this one is served, too.
        let merged = ["lodge", file, "--merged", "--out"]
        let there = try Binary.posthorn.start(merged + [scratch.path("there")] + remote).finish()
        #expect(there.status == 3, "\(there.errors)")
        let here = merged + [scratch.path("here"), "--office", place.office]
        #expect(try Binary.posthorn.start(here).finish().status == 3)
        let (theirs, ours) = (try scratch.files(in: "there"), try scratch.files(in: "here"))
        #expect(Set(theirs.keys) == Set(ours.keys) && theirs.count > 2)
        #expect(theirs["orders-label.pdf"] == ours["orders-label.pdf"])
        let shown = try Binary.posthorn.start(["show", "LA990000006GB", "--json"] + remote).finish()
        #expect(shown.output.contains("\"reference\":\"order-1\""), "\(shown.errors)")
        let missing = try Binary.posthorn.start(["show", "LA990001001GB"] + remote).finish()
        #expect(missing.status == 4, "\(missing.errors)")
        let checked = try Binary.posthorn.start(["check", file] + remote).finish()
        #expect(checked.status == 3, "\(checked.errors)")
        let documents = ["documents", "LA990000006GB", "--out", scratch.path("papers")] + remote
        #expect(try Binary.posthorn.start(documents).finish().status == 0)
        let papers = try scratch.files(in: "papers")
        #expect(papers["LA990000006GB-label.pdf"] == first["LA990000006GB-label.pdf"])
        #expect(place.stop().status == 0)
        let down = try Binary.posthorn.start(["show", "LA990000006GB"] + remote).finish()
        #expect(down.status == 69, "\(down.errors)")
    }

    @Test func saysWhatIsWrongWithAKey() async throws {
        let place = try await ServedPlace(try Scratch())
        let remote = ["--server", place.address]
        let stranger = try Binary.posthorn.start(["show", "LA990000006GB"] + remote).finish()
        #expect(stranger.status == 1)
        #expect(stranger.errors.contains("the office answered 401"))
        let missing = try Binary.posthorn
            .start(
                ["show", "LA990000006GB", "--key-file", "/nowhere"] + remote
            )
            .finish()
        #expect(missing.status == 64)
        let nowhere = try Binary.posthorn
            .start(
                ["show", "LA990000006GB"],
                environment: ["POSTHORN_SERVER": "ftp://office"]
            )
            .finish()
        #expect(nowhere.status == 64)
    }
}

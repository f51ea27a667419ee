import Foundation
import Testing

/// What a rescuer reads out of an office, with and without its keys.
@Suite("posthorn-rescue extract")
struct ExtractCommandTests {
    private func office(_ scratch: Scratch) throws -> String {
        let office = scratch.path("office")
        try #require(try Binary.posthorn.run("init", office).status == 0)
        let file = try scratch.write(OneItem.json(reference: "order-1"), to: "one.jsonl")
        let lodged = try Binary.posthorn.run(
            "lodge",
            file,
            "--office",
            office,
            "--out",
            scratch.path("out")
        )
        try #require(lodged.status == 0, "\(lodged.errors)")
        return office
    }

    private func lines(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n")
            .map {
                let object = try JSONSerialization.jsonObject(with: Data($0.utf8))
                return try #require(object as? [String: Any])
            }
    }

    @Test func readsControlRecordsWithoutASecret() throws {
        let scratch = try Scratch()
        let result = try Binary.rescue.run("extract", try office(scratch))
        #expect(result.status == 0)
        let lines = try lines(result.output)
        let genesis = lines[0]["control"] as? [String: Any]
        #expect(genesis?["record"] as? String == "genesis")
        #expect(lines.contains { $0["locked"] != nil })
        #expect(lines.allSatisfy { $0["entry"] == nil })
        #expect(!result.output.contains("Knitted"))
        #expect(result.errors.contains("hint: give --keys"))
    }

    @Test func readsEverythingWithTheKeys() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let result = try Binary.rescue.run("extract", office, "--keys", "\(office)/keys")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try lines(result.output)
        #expect(lines.allSatisfy { $0["locked"] == nil && $0["base64"] == nil })
        #expect(lines.contains { $0["class"] as? String == "state" })
        #expect(result.output.contains("Knitted"))
        #expect(lines.compactMap { $0["index"] as? Int } == lines.indices.map { $0 })
    }

    @Test func refusesAnotherKeyAndSaysWhereNothingIs() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let stranger = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        #expect(try Binary.rescue.run("extract", office, "--vkey", stranger).status == 7)
        #expect(try Binary.rescue.run("extract", office, "--vkey", "x").status == 64)
        #expect(try Binary.rescue.run("extract", scratch.path("none")).status == 4)
    }
}

import Foundation
import Testing

@Suite("posthorn vault")
struct VaultCommandTests {
    private func office(_ folder: Scratch) throws -> String {
        let office = folder.path("office")
        #expect(try Binary.posthorn.run("init", office).status == 0)
        return office
    }

    @Test("adds a vault once, ships, and says how each stands")
    func adds() async throws {
        let folder = try Scratch()
        let office = try office(folder)
        let stick = folder.path("stick")
        let added = try Binary.posthorn.run("vault", "add", "stick", stick, "--office", office)
        #expect(added.status == 0 && added.output.contains("does not count as a vault"))
        let again = try Binary.posthorn.run("vault", "add", "stick", stick, "--office", office)
        #expect(again.status == 1 && again.errors.contains("hint: "))
        let list = try Binary.posthorn.run("vault", "list", "--office", office)
        #expect(list.output.hasSuffix("stick \(stick)\n"))
        for verb in ["status", "ship", "verify"] {
            let result = try Binary.posthorn.run("vault", verb, "--office", office, "--json")
            #expect(result.status == 0, "\(verb): \(result.output)\(result.errors)")
            let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            #expect((json as? [Any])?.count == 2)
        }
        let none = try Binary.posthorn.run("vault", "verify", "other", "--office", office)
        #expect(none.status == 4)
        let place = try Binary.posthorn.run("vault", "add", "x", "ftp://a/b", "--office", office)
        #expect(place.status == 64)
    }

    @Test("verify names what was changed in a vault, and the rescue what is missing")
    func finds() async throws {
        let folder = try Scratch()
        let office = try office(folder)
        let stick = folder.path("stick")
        _ = try Binary.posthorn.run("vault", "add", "stick", stick, "--office", office)
        let segments = try folder.files(in: "stick").keys.filter { $0.contains("/segment/") }
        let partial = try folder.files(in: "stick").keys.filter { $0.contains("tile/entries/") }
        for name in segments + partial {
            try Data("ransomed".utf8).write(to: folder.url.appending(path: "stick/\(name)"))
        }
        let verify = try Binary.posthorn.run("vault", "verify", "stick", "--office", office)
        #expect(verify.status == 7 && verify.output.contains("DAMAGED"), "\(verify.output)")
        let survey = try Binary.rescue.run("survey", stick)
        #expect(survey.status == 4 && survey.output.contains("MISSING"), "\(survey.output)")
    }

    @Test("a restore refuses a folder that holds something, and says what it would do")
    func refuses() async throws {
        let folder = try Scratch()
        let office = try office(folder)
        let stick = folder.path("stick")
        _ = try Binary.posthorn.run("vault", "add", "stick", stick, "--office", office)
        let into = try Binary.rescue.run(
            "restore",
            stick,
            "--keys",
            office + "/keys",
            "--to",
            office
        )
        #expect(into.status == 1 && into.errors.contains("nothing is ever overwritten"))
        let new = folder.path("new")
        let plan = try Binary.rescue.run(
            "restore",
            stick,
            "--keys",
            office + "/keys",
            "--to",
            new,
            "--dry-run",
            "--json"
        )
        #expect(plan.status == 0 && plan.output.contains("\"signingKey\":true"), "\(plan.output)")
        #expect(!FileManager.default.fileExists(atPath: new))
        let nothing = try Binary.rescue.run("restore", folder.path("none"), "--to", new)
        #expect(nothing.status == 4)
    }
}

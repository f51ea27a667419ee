import Foundation
import Testing

@Suite("posthorn keys notice", .timeLimit(.minutes(30)))
struct KeysNoticeCommandTests {
    @Test("an office whose keys never changed has none; one whose key was changed prints it")
    func prints() async throws {
        let folder = try Scratch()
        let office = folder.path("office")
        #expect(try Binary.posthorn.run("init", office).status == 0)
        #expect(try Binary.posthorn.run("keys", "notice", "--office", office).status == 4)
        let old = try String(contentsOfFile: office + "/journal/vkey", encoding: .utf8)
        let rotated = try Binary.posthorn.run("keys", "rotate", "--signing", "--office", office)
        #expect(rotated.status == 0 && rotated.errors.contains("keys notice"))
        let out = folder.path("notice")
        let notice = try Binary.posthorn.run("keys", "notice", "--office", office, "--out", out)
        #expect(notice.status == 0, "\(notice.errors)")
        #expect(notice.output.contains(rotated.output) && notice.output.contains(old))
        let pdf = try Data(contentsOf: URL(filePath: out + "/keys.pdf"))
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        // The office goes on, and its own check follows the key.
        #expect(try Binary.posthorn.run("verify", "--office", office).status == 0)
        let strict = try Binary.posthorn.run(
            "journal",
            "verify",
            "--office",
            office,
            "--vkey",
            rotated.output.trimmingCharacters(in: .newlines)
        )
        #expect(strict.status == 0, "\(strict.output)")
    }

    @Test("a recipient made elsewhere is taken in; a secret or a mistyped one is not")
    func recipient() async throws {
        let folder = try Scratch()
        let office = folder.path("office")
        #expect(try Binary.posthorn.run("init", office).status == 0)
        // From the age specification's own test vectors: a public part only.
        let good = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
        let ceremony = ["keys", "ceremony", "--office", office, "--recipient"]
        let taken = try Binary.posthorn.start(ceremony + [good]).finish()
        #expect(taken.status == 0 && taken.output.contains(good), "\(taken.errors)")
        #expect(taken.errors.contains("--identity"))
        let bad = try Binary.posthorn.start(ceremony + [String(good.dropLast()) + "q"])
            .finish()
        #expect(bad.status == 64 && bad.errors.contains("hint: "))
    }
}

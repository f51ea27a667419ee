import Foundation
import Testing

/// A month that is still running, or was never worked in, is not forgotten.
///
/// Forgetting itself is tested where time is a parameter (`ForgettingTests`).
@Suite("posthorn forget")
struct ForgetCommandTests {
    @Test func refusesWhatMustNotBeForgotten() throws {
        let scratch = try Scratch()
        let office = scratch.path("office")
        try #require(try Binary.posthorn.run("init", office).status == 0)
        let before = try scratch.files(in: "office/journal")
        let both = ["--confirm", "ada=2021-03-personal", "--confirm", "ben=2021-03-personal"]
        let unknown = try Binary.posthorn
            .start(
                ["forget", "--epoch", "2021-03", "--office", office] + both,
                input: ""
            )
            .finish()
        #expect(unknown.status == 4)
        #expect(unknown.errors.contains("2021-03-personal: the journal has no such epoch"))
        let later = try Binary.posthorn.run("forget", "--epoch", "9999-01", "--office", office)
        #expect(later.status == 5)
        #expect(later.errors.contains("hint:"))
        let malformed = try Binary.posthorn.run("forget", "--epoch", "March", "--office", office)
        #expect(malformed.status == 64)
        #expect(try scratch.files(in: "office/journal") == before)
    }
}

import Mail
import Testing

@testable import Documents

/// What cannot be printed is found before an item has a number, and nothing else is.
@Suite(.enabled(if: TestFonts.areInstalled, "Debian's Noto fonts are not installed"))
struct FitCheckTests {
    @Test(
        "a text no form can hold is refused where it stands",
        arguments: [
            "/addressee/name", "/sender/lines/0", "/contents/lines/0/description",
            "/contents/lines/0/tariffCode", "/contents/comments",
        ]
    )
    func tooLong(pointer: String) throws {
        let text = String(repeating: "Wolframcarbidwendeschneidplatte ", count: 60)
        let sample = Samples.full.with { lodgement in
            switch pointer {
            case "/addressee/name": lodgement.addressee.name = text
            case "/sender/lines/0": lodgement.sender.lines[0] = text
            case "/contents/lines/0/description": lodgement.contents?.lines[0].description = text
            case "/contents/comments": lodgement.contents?.comments = text
            default: lodgement.contents?.lines[0].description = text + text
            }
        }
        let source = try sample.source(Samples.office())
        let findings = try FormFixtures.findings(source)
        #expect(findings.allSatisfy { $0.code == .textDoesNotFit && $0.severity == .refuse })
        let expected =
            pointer.hasSuffix("tariffCode") ? "/contents/lines/0/description" : pointer
        #expect(findings.contains { $0.pointer == expected })
        #expect(throws: FitReport.self) {
            try FormFixtures.set().document(.cn23, for: source)
        }
    }

    @Test(
        "a character no font has is named",
        arguments: [("\u{E000}", "U+E000"), ("\u{10FFFD}", "U+10FFFD"), ("\u{7}", "U+0007")]
    )
    func unprintable(character: String, code: String) throws {
        let sample = Samples.gift.with { $0.addressee.name = "Grace \(character)Hopper" }
        let findings = try FormFixtures.findings(sample.source(Samples.office()))
        let finding = try #require(findings.first)
        #expect(finding.code == .characterNotPrintable)
        #expect(finding.pointer == "/addressee/name")
        #expect(finding.details["character"] == code)
        #expect(findings.count == 1)
    }

    @Test("the check and the press agree on every length of a description")
    func agrees() throws {
        for words in stride(from: 5, through: 120, by: 5) {
            let text = Array(repeating: "jumper", count: words).joined(separator: " ")
            let sample = Samples.sale.with { lodgement in
                for index in 0..<4 { lodgement.contents?.lines[index].description = text }
            }
            let source = try sample.source(Samples.office())
            let findings = try FormFixtures.findings(source)
            let prints = (try? FormFixtures.set().document(.cn22, for: source)) != nil
            let refused = findings.contains { $0.details["document"] == "cn22.pdf" }
            #expect(prints != refused, "\(words) words")
        }
    }

    @Test("an empty field or none at all prints")
    func sparse() throws {
        let sample = Samples.gift.with { lodgement in
            lodgement.sender.postcode = nil
            lodgement.sender.lines = []
            lodgement.addressee.lines = []
            lodgement.addressee.locality = nil
            lodgement.addressee.region = nil
        }
        #expect(try FormFixtures.findings(sample.source(Samples.office())).isEmpty)
    }
}

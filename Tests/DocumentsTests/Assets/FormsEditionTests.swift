import Glibc
import Mail
import Testing

@testable import Documents

@Suite("a release says which forms it draws")
struct FormsEditionTests {
    /// Fails when any form draws anything else.
    ///
    /// Then the number goes up by one, and the digest that the failure names is written beside it.
    /// Goldens are for looking, this is for everything.
    @Test(
        "every document of every sample in every language comes to the digest that is written down",
        .enabled(
            if: GoldenForms.areComparable,
            "the fonts or libraries are not those recorded with"
        )
    )
    func isWrittenDown() throws {
        var digests = ""
        for language in Language.allCases {
            for (name, _) in FormFixtures.samples
            where language == .english || Self.everywhere.contains(name) {
                let source = try FormFixtures.source(name, language, Self.mode(of: name, language))
                digests += try Self.digests(of: source)
            }
            for country in Country.all {
                digests += FormLanguages(language).country(country)
            }
        }
        let found = AssetDigest(of: Array(digests.utf8))
        #expect(
            found == FormsEdition.running.digest,
            "forms \(FormsEdition.running) draw \(found): raise the number and write that down"
        )
    }

    /// Samples that together have every side of every form.
    private static let everywhere = ["sale", "full", "parcel", "many", "letter"]

    /// Both modes are drawn in every language.
    private static func mode(of name: String, _ language: Language) -> Mode {
        (name.utf8.count + language.rawValue.utf8.reduce(0) { $0 + Int($1) }) % 2 == 0
            ? .live : .test
    }

    private static func digests(of source: DocumentSource) throws -> String {
        var digests = ""
        let isEnglish = source.office.language == .english
        for label in isEnglish ? [LabelFormat.mm100x150, .a6] : [.mm100x150] {
            let set = try FormFixtures.set(PrintTable(label: label))
            for kind in DocumentSet.kinds(of: source.record)
            where kind.rawValue.hasSuffix("pdf") || isEnglish && kind == .label203ZPL {
                digests += "\(kind) \(AssetDigest(of: try set.document(kind, for: source)))\n"
            }
        }
        let reprint = Reprint(
            number: 2,
            kinds: DocumentSet.kinds(of: source.record),
            at: source.record.lodgedAt
        )
        let cover = try FormFixtures.set().coverSlip(reprint, for: source)
        return digests + "cover \(AssetDigest(of: cover))\n"
    }

    @Test("an edition made with other forms or libraries says so and is renewed")
    func isRenewed() throws {
        let taken = try #require(TestFonts.taken).edition
        #expect(taken.renewed == nil)
        let text = String(decoding: taken.bytes, as: UTF8.self)
        let number = FormsEdition.running.number
        let changes = [
            ("forms \(number) ", "forms \(number + 1) ", "forms"),
            ("harfbuzz \(LibraryVersions.running.shaper)", "harfbuzz 0.9", "harfbuzz"),
        ]
        for (line, other, subject) in changes {
            let start = try #require(text.range(of: line))
            let changed = text.replacingCharacters(in: start, with: other)
            let old = try Edition(bytes: Array(changed.utf8))
            #expect(old.differences.count == 1)
            #expect(old.differences.first?.hasPrefix(subject) == true)
            #expect(old.renewed == taken)
        }
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<Index>? {
        ranges(of: part).first
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}

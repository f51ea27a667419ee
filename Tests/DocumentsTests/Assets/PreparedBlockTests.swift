import Testing

@testable import Documents

@Suite("prepared parts of the common repertoire", .enabled(if: TestFonts.areInstalled))
struct PreparedBlockTests {
    @Test("read back what they wrote")
    func roundTrips() throws {
        for block in try #require(TestFonts.library).blocks {
            let again = try #require(PreparedBlock(bytes: block.bytes))
            #expect(again.bytes == block.bytes)
            #expect(again.entries == block.entries && again.facts == block.facts)
        }
        #expect(PreparedBlock(bytes: [1, 2, 3]) == nil)
    }

    @Test("no character is in two of them")
    func isDisjoint() {
        var seen: Set<UInt32> = []
        for scalar in Repertoire.allCases.flatMap(\.ranges).joined() {
            #expect(seen.insert(scalar).inserted, "U+\(String(scalar, radix: 16)) is in two parts")
            #expect(scalar < UInt32(Repertoire.limit))
        }
    }

    @Test("every face has what forms in its languages say", arguments: Face.allCases)
    func coversForms(face: Face) throws {
        let table = try #require(TestFonts.library).table(of: face)
        for scalar in "Àâçéèêëîïôœùûüÿ ÄÖÜäöüß ÀÈÌÒÙ « » “ ” „ ’ € № – — …".unicodeScalars {
            #expect(table[scalar.value].glyph != 0, "\(scalar)")
        }
    }

    @Test("small enough to be copied into every document")
    func isSmall() throws {
        let blocks = try #require(TestFonts.library).blocks
        let basic = blocks.filter { $0.entries.first?.scalar == 0x20 }
        #expect(basic.count == Face.allCases.count)
        #expect(basic.allSatisfy { $0.fontFile.count < 12_000 })
    }
}

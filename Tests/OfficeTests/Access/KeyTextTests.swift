import Journal
import Mail
import Testing

@testable import Office

@Suite("KeyText")
struct KeyTextTests {
    @Test("reads what it made", arguments: Mode.allCases)
    func readsWhatItMade(_ mode: Mode) throws {
        let key = KeyText.make(mode, .system)
        #expect(key.text.hasPrefix("ph_\(mode.rawValue)_"))
        #expect(key.text.utf8.count == 44)
        #expect(try KeyText(key.text) == key)
        #expect(key.id == String(key.text.prefix(16)))
        #expect(key.digest.utf8.count == 64)
    }

    @Test func laysAKeyOutAsItAlwaysDid() {
        // The CRC-32 of `ph_test_` and thirty zeros is 0x9522BD7B: the zlib.crc32 of Python.
        let key = KeyText.make(.test, RandomSource { [UInt8](repeating: 0, count: $0) })
        #expect(key.text == "ph_test_" + String(repeating: "0", count: 30) + Self.zeros)
    }

    static let zeros = "2jKTnv"

    @Test func seesEveryWrongCharacterWithoutAskingAnybody() throws {
        let key = Array(KeyText.make(.test, .system).text.utf8)
        for place in 8..<key.count {
            var wrong = key
            wrong[place] = key[place] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
            #expect(throws: KeyRefusal.mistyped) {
                _ = try KeyText(String(decoding: wrong, as: UTF8.self))
            }
        }
    }

    @Test(
        "takes nothing that looks otherwise",
        arguments: [
            "", "ph_test_", "Bearer", "ph_demo_" + String(repeating: "a", count: 36),
            "ph_test_" + String(repeating: "a", count: 35),
            "ph_test_" + String(repeating: "a", count: 37),
            "ph_test_" + String(repeating: "-", count: 36),
            "PH_TEST_" + String(repeating: "a", count: 36),
            "ph_test_" + String(repeating: "é", count: 18),
        ]
    )
    func refuses(_ text: String) {
        #expect(throws: KeyRefusal.malformed) { _ = try KeyText(text) }
    }

    @Test func drawsEveryDigitEquallyOften() {
        let digits = Base62.unpredictable(62_000, .system)
        let counts = Dictionary(grouping: digits, by: \.self).mapValues(\.count)
        #expect(counts.count == 62)
        // Six standard deviations of a count of 1,000 are 190.
        #expect(counts.values.allSatisfy { (810...1190).contains($0) })
    }

    @Test(
        "compares whole texts",
        arguments: [
            ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "aa", false),
            ("abc", "abd", false), ("bbc", "abc", false),
        ]
    )
    func comparesInConstantTime(_ left: String, _ right: String, _ isEqual: Bool) {
        #expect(ConstantTime.equal(left, right) == isEqual)
    }
}

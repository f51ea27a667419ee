import Mail
import Testing

@Suite("Item identifiers")
struct ItemIDTests {
    @Test(
        "office numbers count up in fifty bits",
        arguments: [0, 1, 31, 32, 1 << 49, (1 << 50) - 1]
    )
    func roundTrips(_ value: UInt64) throws {
        let number = try #require(OfficeItemNumber(value: value))
        #expect(number.text.utf8.count == 12 && number.text.hasPrefix("PH"))
        #expect(OfficeItemNumber(number.text) == number)
        #expect(ItemID(number.text) == .office(number))
        #expect(ItemID.office(number).drawn.number == value)
    }

    @Test("they end at fifty bits")
    func ends() {
        #expect(OfficeItemNumber.limit == 1_125_899_906_842_623)
        #expect(OfficeItemNumber(value: OfficeItemNumber.limit) != nil)
        #expect(OfficeItemNumber(value: OfficeItemNumber.limit + 1) == nil)
    }

    @Test("people's writing is read")
    func reads() {
        #expect(OfficeItemNumber("ph0000000o1l") == OfficeItemNumber("PH0000000011"))
    }

    @Test("what is neither", arguments: ["", "PH", "PH000000000U", "PH00000000000", "12345", "🐦"])
    func refuses(_ text: String) {
        #expect(ItemID(text) == nil)
    }

    @Test("series name themselves", arguments: ["LAGB", "UAIT", "PH"])
    func series(_ text: String) throws {
        let series = try #require(NumberSeries(text))
        #expect(series.text == text)
        #expect(series.item(5)?.drawn.series == series)
        #expect(series.item(series.limit) != nil)
        #expect(series.item(series.limit + 1) == nil)
    }

    @Test("ranges hold both ends and know each other")
    func ranges() throws {
        let series = try #require(NumberSeries("LAGB"))
        let other = try #require(NumberSeries("RAGB"))
        let range = try #require(NumberRange(series: series, first: 10, last: 20))
        #expect(NumberRange(series: series, first: 20, last: 10) == nil)
        #expect(NumberRange(series: series, first: 0, last: 100_000_000) == nil)
        #expect(range.overlaps(try #require(NumberRange(series: series, first: 20, last: 30))))
        #expect(!range.overlaps(try #require(NumberRange(series: series, first: 21, last: 30))))
        #expect(!range.overlaps(try #require(NumberRange(series: other, first: 10, last: 20))))
    }

    @Test("keys of a lodgement", arguments: ["ref:order-1", "ref:", "ref:row:a:1", "row:ab12:7"])
    func keys(_ text: String) {
        #expect(LodgementKey(text)?.text == text)
    }

    @Test("what is no key", arguments: ["", "order-1", "row:a", "row:a:b", "row:a:1:2"])
    func noKeys(_ text: String) {
        #expect(LodgementKey(text) == nil)
    }
}

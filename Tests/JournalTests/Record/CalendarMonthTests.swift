import Testing

@testable import Journal

@Suite struct CalendarMonthTests {
    /// Seconds from GNU `date -u -d … +%s`.
    @Test(
        "times are spelt in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T23:59:59Z", 951_868_799),
            ("2026-11-24T02:37:09Z", 1_795_487_829), ("2100-03-01T00:00:00Z", 4_107_542_400),
            ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] as [(String, Int64)]
    )
    func text(text: String, seconds: Int64) {
        #expect(UnixTime(text)?.seconds == seconds)
        #expect("\(UnixTime(seconds: seconds))" == text)
    }

    @Test(
        "what is not a time is refused",
        arguments: [
            "", "2026-11-24", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
            "2026-11-31T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-24T24:00:00Z",
            "2026-11-24T00:60:00Z", "2026-11-24T00:00:60Z", "2026-11-24T02:37:09+00:00",
            "2026-11-24t02:37:09Z", "2026-00-24T02:37:09Z", "+026-11-24T02:37:09Z",
        ]
    )
    func refused(text: String) {
        #expect(UnixTime(text) == nil)
    }

    @Test("a month starts where the one before it ends")
    func months() {
        var month = CalendarMonth(year: 1999, month: 12)
        while month < CalendarMonth(year: 2105, month: 1) {
            let next = month.next
            #expect(CalendarMonth(containing: month.start) == month)
            #expect(CalendarMonth(containing: UnixTime(seconds: next.start.seconds - 1)) == month)
            #expect((28...31).contains(month.days))
            month = next
        }
        #expect("\(month)" == "2105-01")
        #expect(CalendarMonth(year: 2024, month: 2).days == 29)
        #expect(CalendarMonth(year: 2100, month: 2).days == 28)
    }

    @Test("epochs read back", arguments: ["2026-11-personal", "2027-01-state"])
    func epoch(text: String) {
        #expect(Epoch(text).map { "\($0)" } == text)
    }

    @Test(
        "what is not an epoch is refused",
        arguments: [
            "2026-11", "2026-11-", "2026-1-state", "2026-11-State", "2026-11_state",
            "2026-13-state",
        ]
    )
    func refusedEpoch(text: String) {
        #expect(Epoch(text) == nil)
    }
}

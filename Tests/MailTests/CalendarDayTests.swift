import Mail
import Testing

@Suite("Days and moments")
struct CalendarDayTests {
    @Test(
        "days of the calendar",
        arguments: ["2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01"]
    )
    func reads(_ text: String) {
        #expect(CalendarDay(text)?.text == text)
    }

    @Test(
        "what is no day",
        arguments: [
            "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "0000-01-01",
            "2026-1-1", "24-11-2026", "2026/11/24", "2026-11-24 ", "+026-11-24", "２０２６-11-24",
        ]
    )
    func refuses(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(
        "moments fall on their day, before 1970 too",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_486_980_123, "2026-11-24T02:23:00.123Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (-2_208_988_800_000, "1900-01-01T00:00:00.000Z"),
        ]
    )
    func moments(_ milliseconds: Int64, _ text: String) {
        let moment = Moment(milliseconds: milliseconds)
        #expect(moment.text == text)
        #expect(moment.day == CalendarDay(String(text.prefix(10))))
    }

    @Test("every day of 800 years follows the one before")
    func counts() {
        var before = Moment(milliseconds: -12_622_780_800_000).day
        #expect(before.text == "1570-01-01")
        for day in 1..<292_194 {
            let next = Moment(milliseconds: -12_622_780_800_000 + Int64(day) * 86_400_000).day
            let follows =
                next.day == before.day + 1 && next.month == before.month
                || next.day == 1 && (next.month == before.month + 1 || next.month == 1)
            guard follows, before < next else {
                Issue.record("\(next.text) after \(before.text)")
                return
            }
            before = next
        }
        #expect(before.text == "2369-12-31")
    }
}

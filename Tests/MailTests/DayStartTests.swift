import Mail
import Testing

@Suite("Where a day begins")
struct DayStartTests {
    @Test(
        "at its first millisecond",
        arguments: ["0001-01-01", "1900-02-28", "1970-01-01", "2000-02-29", "2026-11-24"]
    )
    func begins(_ text: String) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.start.text == text + "T00:00:00.000Z")
        #expect(day.end.milliseconds - day.start.milliseconds == 86_400_000)
    }
}

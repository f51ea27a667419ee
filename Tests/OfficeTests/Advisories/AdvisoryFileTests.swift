import Mail
import Testing

@testable import Office

@Suite("An advisory's file")
struct AdvisoryFileTests {
    private func file(
        _ change: (inout String) -> Void = { _ in }
    ) throws -> (
        String, OfficeCalendar
    ) {
        let calendar = try #require(OfficeCalendar("Europe/London"))
        let at = try #require(calendar.moment("2026-07-01T10:00"))
        let content = try AdvisoryBench.content(
            ["dest=FR+NL,data=yes", "any"],
            since: at,
            until: at,
            next: at,
            what: "One\n\n- two\n- *three*"
        )
        var text = AdvisoryFile.write(try AdvisoryBench.name(), content, calendar, note: ["n"])
        change(&text)
        return (text, calendar)
    }

    @Test("is read as it was written")
    func roundTrips() throws {
        let (text, calendar) = try file()
        let (name, content) = try AdvisoryFile.read(text, calendar)
        #expect(AdvisoryFile.write(name, content, calendar, note: ["n"]) == text)
        #expect(content.since == calendar.moment("2026-07-01T10:00"))
        let windows = try AdvisoryFile.read(text.replacing("\n", with: "\r\n"), calendar)
        #expect(windows.content == content)
    }

    @Test(
        "says which line is wrong, and what was expected",
        arguments: [
            ("kind: outage", "kind: disaster", 3, "kind: expected one of outage"),
            ("until: 2026-07-01T10:00+01:00", "until: soon", 6, "until: expected a moment"),
            ("name: pl-goods", "name: PL", 2, "name: expected 1 to 60"),
            ("since:", "sinse:", 5, "expected 'KEY: VALUE'"),
            ("lanes: dest=FR+NL,data=yes; any", "lanes: dest=XX", 4, "lanes: expected"),
            ("== fr", "== xx", 29, "expected a language, found 'xx'"),
            ("== fr", "== it", 29, "found it twice"),
            (
                "-- do\nDo [nothing](https://post.example).\n\n== en", "== en", 9,
                "it: expected a title"
            ),
            ("Wait, it", "", 9, "it, title: expected a text, found nothing"),
            ("kind: outage\n", "", 1, "expected 'kind: …', found none"),
        ]
    )
    func refuses(_ old: String, _ new: String, _ line: Int, _ detail: String) throws {
        let (text, calendar) = try file { $0 = $0.replacing(old, with: new, maxReplacements: 1) }
        let flaw = #expect(throws: AdvisoryFile.Flaw.self) {
            try AdvisoryFile.read(text, calendar)
        }
        #expect(flaw?.detail.contains(detail) == true, "\(flaw?.detail ?? "")")
        #expect(flaw?.line == line)
    }

    @Test("names the languages that are missing")
    func missing() throws {
        let (text, calendar) = try file { text in
            text = String(text[..<(text.firstRange(of: "== de")?.lowerBound ?? text.endIndex)])
        }
        let flaw = #expect(throws: AdvisoryFile.Flaw.self) {
            try AdvisoryFile.read(text, calendar)
        }
        #expect(flaw?.detail == "expected five languages, found none of de, nl")
    }
}

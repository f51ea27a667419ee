import Mail
import Office

/// The status as other programs follow it: JSON, the shape of status pages, Atom and iCalendar.
struct StatusFeeds {
    let status: PublicStatus
    let words: StatusWords
    let profile: OfficeProfile
    /// The journal's name, which no other office has.
    let origin: String
    /// Where the status is as a page.
    let home: String
    /// Where an advisory is as a page.
    let page: (AdvisoryName) -> String

    private var urn: String { EventMessage.source(origin) }

    var json: [UInt8] {
        guard case .object(let members) = status.json else { return [] }
        let head: [JSONValue.Member] = [
            JSONValue.Member("office", .string(profile.operatorName)),
            JSONValue.Member("source", .string(urn)),
        ]
        return JSONText.bytes(.object(head + members))
    }

    // MARK: The shape that status pages have

    /// Components, incidents and announced days under the names that readers of status pages know.
    var summary: [UInt8] {
        let at: JSONValue = .string((status.lastUpdate ?? status.at).text)
        return JSONText.bytes(
            .members([
                (
                    "page",
                    .members([
                        ("id", .string(urn)), ("name", .string(profile.operatorName)),
                        ("url", .string(home)),
                        ("time_zone", .string(status.calendar.name)), ("updated_at", at),
                    ])
                ),
                (
                    "status",
                    .members([
                        ("indicator", .string(indicator)), ("description", .string(words.answer)),
                    ])
                ),
                ("components", .array(status.rows.enumerated().map { component($0, $1, at) })),
                ("incidents", .array(status.current.map(incident))),
                ("scheduled_maintenances", .array(status.days.map(maintenance))),
            ])
        )
    }

    private var indicator: String {
        switch status.answer {
        case .everything: "none"
        case .limited: "minor"
        case .except, .partly, .letters, .waits: "major"
        case .nothing: "critical"
        }
    }

    private func component(_ place: Int, _ row: PublicStatus.Row, _ at: JSONValue) -> JSONValue {
        .members([
            ("id", .string(row.destination?.text ?? "else")), ("name", .string(words.place(row))),
            ("status", .string(row.component.rawValue)), ("updated_at", at),
            ("position", .integer(place + 1)),
            ("description", .string(words.component(row.component))),
        ])
    }

    private func incident(_ history: AdvisoryHistory) -> JSONValue {
        let language = words.words.language
        let impact =
            switch history.content.kind {
            case .outage: "major"
            case .warning: "minor"
            case .information: "none"
            }
        let updates = ([history.latest] + history.earlier)
            .map { advisory -> JSONValue in
                let said = advisory.content.texts[language]
                return .members([
                    ("id", .string("\(history.name.text).\(advisory.version)")),
                    ("status", .string("identified")),
                    ("body", .string(said.what.plain + "\n\n" + said.advice.plain)),
                    ("created_at", .string(advisory.at.text)),
                ])
            }
        return .members([
            ("id", .string(history.name.text)),
            ("name", .string(history.content.texts[language].title)),
            ("status", .string("identified")), ("impact", .string(impact)),
            ("shortlink", .string(page(history.name))),
            ("created_at", .string(history.published.text)),
            ("updated_at", .string(history.lastUpdate.text)),
            ("incident_updates", .array(updates)),
        ])
    }

    private func maintenance(_ day: CapacityDay) -> JSONValue {
        .members([
            ("id", .string(day.day.text)), ("name", .string(words.day(day))),
            ("status", .string("scheduled")), ("scheduled_for", .text(start(day.day)?.text)),
            ("scheduled_until", .text(start(day.day).map(status.calendar.nextDay)?.text)),
        ])
    }

    private func start(_ day: CalendarDay) -> Moment? { status.calendar.moment(day.text) }

    // MARK: Atom

    /// Every version of every advisory is an entry of its own (RFC 4287).
    func atom(_ own: String) -> [UInt8] {
        let language = words.words.language
        let updated = (status.current + status.past).map(\.lastUpdate).max() ?? status.at
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
            "<id>\(escaped(urn)):advisories</id>",
            "<title>\(escaped(profile.operatorName)): \(escaped(words.words("status_news")))</title>",
            "<updated>\(updated.text)</updated>",
            "<author><name>\(escaped(profile.operatorName))</name></author>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(escaped(own))\"/>",
        ]
        for history in status.current + status.past {
            if let ended = history.ended {
                let over = words.words("adv_ended_at", ["time": words.time(ended.at)])
                lines += entry(history.latest, ended.version, ended.at, over, html: escaped(over))
            }
            for advisory in [history.latest] + history.earlier {
                let said = advisory.content.texts[language]
                let html =
                    ProseValues(said.what).html + "<h2>"
                    + escaped(words.words("adv_advice")) + "</h2>" + ProseValues(said.advice).html
                lines += entry(advisory, advisory.version, advisory.at, said.title, html: html)
            }
        }
        return Array((lines + ["</feed>", ""]).joined(separator: "\n").utf8)
    }

    private func entry(
        _ advisory: Advisory,
        _ version: Int,
        _ at: Moment,
        _ title: String,
        html: String
    ) -> [String] {
        [
            "<entry>", "<id>\(escaped(urn)):advisory:\(advisory.name.text):\(version)</id>",
            "<title>\(escaped(title))</title>", "<updated>\(at.text)</updated>",
            "<link href=\"\(escaped(page(advisory.name)))\"/>",
            "<content type=\"html\">\(escaped(html))</content>", "</entry>",
        ]
    }

    private func escaped(_ text: String) -> String { PageText().escapeText(text) }

    // MARK: iCalendar

    /// Each announced day is an event that lasts all of it (RFC 5545).
    var calendar: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Posthorn//\(Release.version)//EN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + inCalendar(profile.operatorName),
        ]
        for day in status.days {
            lines += [
                "BEGIN:VEVENT", "UID:\(day.day.text)@" + inCalendar(urn),
                "DTSTAMP:" + stamp(day.at),
                "DTSTART;VALUE=DATE:" + day.day.text.filter { $0 != "-" },
                "SUMMARY:" + inCalendar(words.day(day)), "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        return Array((lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined().utf8)
    }

    /// `20261128T085213Z`.
    private func stamp(_ moment: Moment) -> String {
        moment.text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private func inCalendar(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", ";", ",": escaped += "\\" + String(character)
            case _ where character.isNewline: escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// At most 75 bytes a line, and none of them half a character.
    private static func folded(_ line: String) -> String {
        var (folded, count) = ("", 0)
        for character in line {
            let bytes = String(character).utf8.count
            if count + bytes > 75 {
                folded += "\r\n "
                count = 1
            }
            folded.append(character)
            count += bytes
        }
        return folded
    }
}

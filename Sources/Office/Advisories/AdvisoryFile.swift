package import Mail

/// An advisory as people write it: a text file with a head, and a part for each language.
///
/// ```
/// name: us-customs
/// kind: outage
/// lanes: dest=US,data=yes; dest=CA
/// since: 2026-11-24T18:00
/// until: unknown
/// next-update: 2026-11-25T10:00
///
/// == en
/// Goods to the United States wait
/// -- what
/// …
/// -- do
/// …
/// ```
package enum AdvisoryFile {
    /// What is wrong with a file, and where.
    package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        package let line: Int
        package let detail: String
        package let hint: String

        package var description: String { "line \(line): \(detail)" }
    }

    private static let keys = ["name", "kind", "lanes", "since", "until", "next-update"]
    private static let parts = "a title, then '-- what' and '-- do' with a text below each"

    /// - Throws: ``Flaw``, the first one.
    package static func read(
        _ text: String,
        _ calendar: OfficeCalendar
    ) throws(Flaw) -> (name: AdvisoryName, content: AdvisoryContent) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
            .map { Line(number: $0 + 1, text: String($1)) }
            .filter { !$0.text.hasPrefix("#") }
        let starts = lines.indices.filter { lines[$0].text.hasPrefix("==") }
        let head = try head(lines[..<(starts.first ?? lines.endIndex)])
        var texts: [Language: AdvisoryText] = [:]
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : lines.endIndex
            let (language, text) = try section(lines[start..<end])
            guard texts[language] == nil else {
                throw Flaw(
                    line: lines[start].number,
                    detail: "expected each language once, found \(language.rawValue) twice",
                    hint: "remove one of them"
                )
            }
            texts[language] = text
        }
        let content = try content(head, texts, last: lines.last?.number ?? 1, calendar)
        let name = try value("name", head)
        guard let advisory = AdvisoryName(name.text) else {
            throw Flaw(
                line: name.number,
                detail: "name: expected \(AdvisoryName.rule), found '\(name.text)'",
                hint: "such as us-customs"
            )
        }
        return (advisory, content)
    }

    private struct Line {
        let number: Int
        let text: String
    }

    private static func head(_ lines: ArraySlice<Line>) throws(Flaw) -> [String: Line] {
        var head: [String: Line] = [:]
        for line in lines where line.text.contains(where: { !$0.isWhitespace }) {
            let sides = line.text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            guard sides.count == 2, keys.contains(sides[0]), head[sides[0]] == nil else {
                throw Flaw(
                    line: line.number,
                    detail: "expected 'KEY: VALUE', each key once, found '\(line.text)'",
                    hint: "keys: " + keys.joined(separator: ", ")
                )
            }
            head[sides[0]] = Line(number: line.number, text: sides[1])
        }
        return head
    }

    private static func value(_ key: String, _ head: [String: Line]) throws(Flaw) -> Line {
        guard let line = head[key] else {
            throw Flaw(line: 1, detail: "expected '\(key): …', found none", hint: "add it")
        }
        return line
    }

    private static func section(
        _ lines: ArraySlice<Line>
    ) throws(Flaw) -> (Language, AdvisoryText) {
        guard let first = lines.first else { preconditionFailure("a section begins with a line") }
        let code = first.text.dropFirst(2).trimmed
        guard let language = Language(rawValue: code) else {
            let codes = Language.allCases.map(\.rawValue).joined(separator: ", ")
            throw Flaw(
                line: first.number,
                detail: "expected a language, found '\(code)'",
                hint: codes
            )
        }
        let marks = lines.dropFirst().filter { $0.text.hasPrefix("--") }
        guard marks.map({ $0.text.dropFirst(2).trimmed }) == ["what", "do"] else {
            throw Flaw(
                line: first.number,
                detail: "\(code): expected \(parts)",
                hint: "posthorn advisory draft writes a file with all of them"
            )
        }
        func text(_ from: Int, _ to: Int) -> String {
            lines.filter { $0.number > from && $0.number < to }.map(\.text)
                .joined(separator: "\n").trimmed
        }
        let last = (lines.last?.number ?? first.number) + 1
        do throws(AdvisoryText.Flaw) {
            return (
                language,
                try AdvisoryText(
                    title: text(first.number, marks[marks.startIndex].number),
                    what: text(marks[0].number, marks[1].number),
                    advice: text(marks[1].number, last)
                )
            )
        } catch {
            let part = error.part == .advice ? "do" : error.part.rawValue
            throw Flaw(
                line: first.number,
                detail: "\(code), \(part): \(error.why)",
                hint: parts
            )
        }
    }

    private static func content(
        _ head: [String: Line],
        _ texts: [Language: AdvisoryText],
        last: Int,
        _ calendar: OfficeCalendar
    ) throws(Flaw) -> AdvisoryContent {
        func moment(_ key: String) throws(Flaw) -> Moment? {
            let line = try value(key, head)
            if line.text == "unknown" || line.text == "none" { return nil }
            guard let moment = calendar.moment(line.text) else {
                throw Flaw(
                    line: line.number,
                    detail: "\(key): expected a moment or unknown, found '\(line.text)'",
                    hint: "write 2026-12-24T18:00 (\(calendar.name)), or with Z"
                )
            }
            return moment
        }
        let kinds = AdvisoryKind.allCases.map(\.rawValue).joined(separator: ", ")
        let kindLine = try value("kind", head)
        guard let kind = AdvisoryKind(rawValue: kindLine.text) else {
            throw Flaw(
                line: kindLine.number,
                detail: "kind: expected one of \(kinds), found '\(kindLine.text)'",
                hint: "an outage stops something, a warning slows it"
            )
        }
        guard let since = try moment("since") else {
            throw Flaw(
                line: try value("since", head).number,
                detail: "since: expected a moment, found none",
                hint: "say since when it is so"
            )
        }
        let whole: AdvisoryTexts
        do throws(AdvisoryTexts.Missing) {
            whole = try AdvisoryTexts(texts)
        } catch {
            let names = error.languages.map(\.rawValue).joined(separator: ", ")
            throw Flaw(
                line: last,
                detail: "expected five languages, found none of \(names)",
                hint: "write '== \(error.languages[0].rawValue)' with \(parts)"
            )
        }
        return AdvisoryContent(
            kind: kind,
            lanes: try lanes(try value("lanes", head)),
            since: since,
            until: try moment("until"),
            nextUpdate: try moment("next-update"),
            texts: whole
        )
    }

    private static func lanes(_ line: Line) throws(Flaw) -> [LaneSelector] {
        var lanes: [LaneSelector] = []
        for part in line.text.split(separator: ";") {
            do throws(LaneSelector.Flaw) {
                lanes.append(try LaneSelector(part.trimmed))
            } catch {
                throw Flaw(
                    line: line.number,
                    detail: "lanes: \(error)",
                    hint: "such as dest=US,data=yes; dest=CA"
                )
            }
        }
        return lanes
    }

    /// The file that says what a content says.
    package static func write(
        _ name: AdvisoryName,
        _ content: AdvisoryContent,
        _ calendar: OfficeCalendar,
        note: [String] = []
    ) -> String {
        func text(_ moment: Moment) -> String { calendar.text(moment).asWritten }
        var lines = note.map { "# " + $0 }
        lines += [
            "name: " + name.text, "kind: " + content.kind.rawValue,
            "lanes: " + content.lanes.map(\.name).joined(separator: "; "),
            "since: " + text(content.since),
            "until: " + (content.until.map(text) ?? "unknown"),
            "next-update: " + (content.nextUpdate.map(text) ?? "none"),
        ]
        for language in Language.allCases {
            let said = content.texts[language]
            lines += [
                "", "== " + language.rawValue, said.title, "-- what", said.what.source, "-- do",
                said.advice.source,
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = Substring(self).drop { $0.isWhitespace }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// `2026-12-24 18:00 +01:00` as the calendar reads it back.
    fileprivate var asWritten: String {
        let parts = split(separator: " ")
        return parts.count == 3 ? "\(parts[0])T\(parts[1])\(parts[2])" : self
    }
}

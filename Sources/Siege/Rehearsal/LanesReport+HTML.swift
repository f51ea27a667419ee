/// The report as a page that opens from disk: no script, no font, nothing from elsewhere.
extension LanesReport {
    package var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Rehearsal: lanes</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>\(Self.style)</style></head><body><main>
        <h1>Rehearsal: lanes, January and February 2023</h1>
        <p>\(verdict)</p>
        <p>Dates are published where it says so. Hours and volumes that nobody published are ours;
        the two strike days are hypothetical. Six items come in each hour of the working day.</p>
        <h2>What came in, day by day</h2>
        \(bars)
        <p class="key"><span class="lodged">lodged</span> <span class="held">held</span>
        <span class="limited">refused over a cap</span> <span class="closed">refused, closed</span></p>
        <h2>What waits, and what left</h2>
        \(line)
        <p class="key"><span class="waits">waits at the end of the day</span>
        <span class="left">left on the day</span></p>
        <h2>Timeline</h2>
        \(timeline)
        <h2>What the public was told</h2>
        \(told)
        <h2>Figures</h2>
        \(figures)
        <h2>Checks</h2>
        \(verdicts)
        </main></body></html>

        """
    }

    private var timeline: String {
        table(
            ["when", "what", "by the office", "date", "source"],
            events.map {
                [$0.at.replacing("T", with: " "), $0.what, $0.outcome, $0.origin, $0.source]
            }
        )
    }

    private var told: String {
        table(
            ["when", "version", "what", "the public page answers", "next update", "senders told"],
            news.map {
                [
                    $0.at, String($0.version), $0.text, $0.answer, $0.next, String($0.senders),
                ]
            }
        )
    }

    private var figures: String {
        table(
            ["day", "lodged", "held", "over a cap", "closed", "left", "waits"],
            days.map { day in
                let figures = [
                    day.lodged, day.held, day.limited, day.closed, day.released, day.waiting,
                ]
                return [day.day] + figures.map(String.init)
            }
        )
    }

    private var verdicts: String {
        table(
            ["check", "expected", "found", "verdict"],
            checks.map {
                [$0.name, String($0.expected), String($0.found), $0.isRight ? "right" : "WRONG"]
            }
        )
    }

    private var verdict: String {
        mismatches.isEmpty
            ? "All \(checks.count) checks are right: what clients were told is what the journal says."
            : "\(mismatches.count) of \(checks.count) checks are wrong."
    }

    /// A bar for each day, of what was lodged, held and refused.
    private var bars: String {
        let most = max(1, days.map { $0.lodged + $0.held + $0.limited + $0.closed }.max() ?? 1)
        var shapes = ""
        for (index, day) in days.enumerated() {
            var bottom = 200
            for (name, count) in [
                ("lodged", day.lodged), ("held", day.held), ("limited", day.limited),
                ("closed", day.closed),
            ] where count > 0 {
                let height = count * 180 / most
                bottom -= height
                shapes +=
                    "<rect class=\"\(name)\" x=\"\(index * 16 + 2)\" y=\"\(bottom)\" width=\"12\""
                    + " height=\"\(height)\"><title>\(day.day): \(count) \(name)</title></rect>"
            }
        }
        return chart("What came in each day; the table of figures says the same", shapes, most)
    }

    private var line: String {
        let most = max(1, days.map { max($0.waiting, $0.released) }.max() ?? 1)
        var shapes = ""
        let points = days.enumerated()
            .map { "\($0 * 16 + 8),\(200 - $1.waiting * 180 / most)" }
        for (index, day) in days.enumerated() where day.released > 0 {
            let height = day.released * 180 / most
            shapes +=
                "<rect class=\"left\" x=\"\(index * 16 + 2)\" y=\"\(200 - height)\" width=\"12\""
                + " height=\"\(height)\"><title>\(day.day): \(day.released) left</title></rect>"
        }
        shapes += "<polyline class=\"waits\" points=\"\(points.joined(separator: " "))\"/>"
        return chart("What waited and what left each day", shapes, most)
    }

    /// `most` items are as high as the chart: they have a line with their number.
    private func chart(_ title: String, _ shapes: String, _ most: Int) -> String {
        let width = days.count * 16 + 4
        let scale =
            "<path class=\"scale\" d=\"M0 20H\(width)M0 200H\(width)\"/>"
            + "<text x=\"0\" y=\"16\">\(most) items</text>"
        let labels = days.enumerated().filter { $0.offset % 7 == 0 }
            .map { "<text x=\"\($0.offset * 16)\" y=\"216\">\($0.element.day.dropFirst(5))</text>" }
        return "<svg role=\"img\" aria-label=\"\(title)\" viewBox=\"0 0 \(width) 220\">"
            + scale + shapes + labels.joined() + "</svg>"
    }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        // A column of figures stands on its right edge.
        let classes = head.indices.map { column in
            rows.allSatisfy { Int($0[column]) != nil } ? " class=\"n\"" : ""
        }
        let heads = zip(head, classes)
            .map { "<th scope=\"col\"\($1)>\(Self.escaped($0))</th>" }.joined()
        let lines = rows.map { row in
            "<tr>"
                + zip(row, classes).map { "<td\($1)>\(Self.escaped($0))</td>" }.joined() + "</tr>"
        }
        return "<table><thead><tr>\(heads)</tr></thead><tbody>\(lines.joined(separator: "\n"))"
            + "</tbody></table>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#8a8a8a}
        @media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616}}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0}
        main{max-width:60rem;margin:0 auto;padding:1rem}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.2rem .5rem;border-bottom:1px solid var(--line)}
        th.n,td.n{text-align:right}td:first-child{white-space:nowrap}
        .scale{stroke:var(--line);stroke-width:.5}svg{width:100%;height:auto}svg text{font-size:9px;fill:var(--ink)}
        .lodged{fill:#2a7a4b;border-color:#2a7a4b}.held{fill:#b58900;border-color:#b58900}
        .limited{fill:#c2571a;border-color:#c2571a}.closed{fill:#8a8a8a;border-color:#8a8a8a}
        .left{fill:#2f6fb0;border-color:#2f6fb0}
        .waits{fill:none;stroke:#c23a6b;stroke-width:2;border-color:#c23a6b}
        .key span{border-left-width:1rem;border-left-style:solid;padding:0 1rem 0 .4rem}
        """
}

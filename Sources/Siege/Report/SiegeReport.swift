import Mail

/// One scenario's line: its outcome, or why it did not take place.
package struct SiegeLine: Sendable {
    package enum Verdict: String, Sendable {
        case held
        case broken
        case skipped
    }

    package let name: ScenarioName
    package let title: String
    package let defence: String
    package var outcome: Outcome?
    package var skipped: String?
    package var seconds = 0.0

    package init(_ scenario: Scenario) {
        (name, title, defence) = (scenario.name, scenario.title, scenario.defence)
    }

    package var verdict: Verdict {
        guard let outcome else { return .skipped }
        return outcome.reasons.isEmpty ? .held : .broken
    }
}

/// What a siege found, for people and for programs.
package struct SiegeReport: Sendable {
    package let lines: [SiegeLine]
    package let seed: UInt64
    package let isDisarmed: Bool

    package init(lines: [SiegeLine], seed: UInt64, isDisarmed: Bool) {
        (self.lines, self.seed, self.isDisarmed) = (lines, seed, isDisarmed)
    }

    package func count(_ verdict: SiegeLine.Verdict) -> Int {
        lines.count { $0.verdict == verdict }
    }

    /// A table, and below it what each red verdict is red for.
    package var text: String {
        let head = [
            "attack", "what happens", "promise", "acked", "lost", "false", "detected",
            "next document", "verdict",
        ]
        let rows = [head] + lines.map(Self.row)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let numbers: Set<Int> = [3, 4, 5, 6, 7]
        var text = rows.map { row in
            row.enumerated()
                .map { column, cell in
                    let space = String(repeating: " ", count: widths[column] - cell.count)
                    return numbers.contains(column) ? space + cell : cell + space
                }
                .joined(separator: "  ").trimmedEnd
        }
        text.insert(widths.map { String(repeating: "–", count: $0) }.joined(separator: "  "), at: 1)
        text.append("")
        for line in lines { text += Self.remarks(line) }
        text.append(summary)
        return text.joined(separator: "\n")
    }

    private static func row(_ line: SiegeLine) -> [String] {
        guard let outcome = line.outcome else {
            return [
                line.name.rawValue, line.title, "", "", "", "", "", "", "skipped",
            ]
        }
        return [
            line.name.rawValue, line.title, outcome.promise, "\(outcome.acknowledged)",
            "\(outcome.lost.count)", "\(outcome.forged.count)", time(outcome.detected),
            time(outcome.nextDocument), line.verdict == .held ? "held" : "BROKEN",
        ]
    }

    private static func remarks(_ line: SiegeLine) -> [String] {
        let name = line.name.rawValue
        if let why = line.skipped { return ["\(name) skipped: \(why)"] }
        guard let outcome = line.outcome else { return [] }
        let said = outcome.said.isEmpty ? [] : ["\(name) was told by \(outcome.said)"]
        let remarks = outcome.remarks.map { "\(name) note: \($0)" }
        return said + remarks + outcome.reasons.map { "\(name) BROKEN: \($0)" }
    }

    /// Seconds, as exactly as they are worth.
    static func time(_ seconds: Double?) -> String {
        guard let seconds else { return "never" }
        let tenths = Int((seconds * 10).rounded())
        return tenths < 1_000 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 10) s"
    }

    private var summary: String {
        let counts = [
            (count(.held), "held"), (count(.broken), "broken"), (count(.skipped), "skipped"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let state = isDisarmed ? ", each without the defence it is about" : ""
        return "\(words.joined(separator: ", "))\(state); repeat with --seed \(seed)"
    }

    /// One JSON object.
    package var json: String {
        JSONText.write(
            .members([
                ("seed", .string(String(seed))), ("disarmed", .bool(isDisarmed)),
                ("held", .integer(count(.held))), ("broken", .integer(count(.broken))),
                ("skipped", .integer(count(.skipped))), ("scenarios", .array(lines.map(\.json))),
            ])
        )
    }
}

extension SiegeLine {
    fileprivate var json: JSONValue {
        .members([
            ("attack", .string(name.rawValue)), ("title", .string(title)),
            ("verdict", .string(verdict.rawValue)), ("skipped", .text(skipped)),
            ("promise", .text(outcome?.promise)),
            ("acknowledged", .integer(outcome?.acknowledged ?? 0)),
            ("lost", .array((outcome?.lost ?? []).map { .string($0) })),
            ("false", .array((outcome?.forged ?? []).map { .string($0) })),
            ("detectedSeconds", .text(outcome?.detected.map { Self.decimal($0) })),
            ("toldBy", .text(outcome?.said)),
            ("nextDocumentSeconds", .text(outcome?.nextDocument.map { Self.decimal($0) })),
            ("notes", .array((outcome?.remarks ?? []).map { .string($0) })),
            ("stuck", .text(outcome?.stuck)),
            ("reasons", .array((outcome?.reasons ?? []).map { .string($0) })),
            ("seconds", .string(Self.decimal(seconds))),
        ])
    }

    private static func decimal(_ seconds: Double) -> String {
        let thousandths = Int((seconds * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

import Glibc
import Mail
import Office
import Rules

/// Checks a file in an office and prints what the rules say of each item; records nothing.
enum FileCheck {
    static func run(
        _ lodged: LodgementFile,
        _ view: OfficeView,
        json: Bool,
        verb: String,
        clock: OfficeClock
    ) async throws -> LodgeSummary {
        let language = view.profile.language
        let check = try view.checkStep(at: clock.now())
        var bar = ProgressBar("checking \(lodged.path)", total: lodged.size)
        var read = 0
        var count = 0
        if json { Terminal.write("{\"results\":[", to: STDOUT_FILENO) }
        let summary = try await FileLodging.rehearse(
            lodged,
            check: check,
            lanes: LaneRehearsal(view.ledger, try view.lanes(sources: .process)),
            clock: clock,
            progress: { read = $0 }
        ) { record, result in
            if json {
                let text = JSONText.write(answer(record, result, view.profile))
                Terminal.write((count == 0 ? "" : ",") + text, to: STDOUT_FILENO)
            } else {
                for line in lines(record, result, language) { Terminal.say(line) }
            }
            count += 1
            bar.show(read, note: "\(count) items")
        }
        bar.finish()
        if json {
            Terminal.say(
                "],\"lodged\":\(summary.lodged),\"held\":\(summary.held),"
                    + "\"refused\":\(summary.refused)}"
            )
        } else {
            Terminal.say(SummaryText.text(summary, file: lodged.path, verb: verb))
        }
        for note in summary.notes { Terminal.note("note: \(note.text)") }
        return summary
    }

    private static func lines(
        _ record: IntakeRecord,
        _ result: RehearsedLodging,
        _ language: Language
    ) -> [String] {
        let rows = record.rowNumbers.map(String.init).joined(separator: ", ")
        let name = record.lodgement.reference.map { " \($0)" } ?? ""
        return result.findings.map { finding in
            "row \(rows)\(name): \(finding.severity.rawValue) \(finding.code.rawValue)"
                + " at \(finding.pointer.isEmpty ? "/" : finding.pointer):"
                + " \(FindingText.message(finding, language))"
                + " \(FindingText.remedy(finding, language))"
        }
    }

    private static func answer(
        _ record: IntakeRecord,
        _ result: RehearsedLodging,
        _ office: OfficeProfile
    ) -> JSONValue {
        let checked = result.checked
        let state = checked.map { _ in result.isHeld ? "held" : "lodged" } ?? "refused"
        let findings = result.findings.map { $0.json(in: office.language) }
        return .members([
            ("item", .null),
            ("reference", record.lodgement.reference.map { .string($0) } ?? .null),
            ("mode", .string(office.mode.rawValue)), ("state", .string(state)),
            ("form", checked.map { .string($0.decision.form.rawValue) }),
            ("reason", checked.map { .string($0.decision.reason.rawValue) }),
            ("findings", .array(findings)),
        ])
    }
}

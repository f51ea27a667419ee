import Mail
import Office

/// What became of a file, for a person.
enum SummaryText {
    static func text(_ summary: LodgeSummary, file: String, verb: String = "lodged") -> String {
        var lines = ["\(file): \(summary.items) items"]
        let before = summary.replayed > 0 ? " (\(summary.replayed) of them lodged before)" : ""
        lines.append("  \(pad(summary.lodged + summary.held)) \(verb)\(before)")
        if summary.held > 0 { lines.append("  \(pad(summary.held)) of them held") }
        lines.append("  \(pad(summary.refused)) refused")
        let refusals = summary.refusals.sorted {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }
        for (code, count) in refusals { lines.append("     \(pad(count)) \(code.rawValue)") }
        return lines.joined(separator: "\n")
    }

    private static func pad(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, 6 - digits.count)) + digits
    }
}

extension LodgeSummary {
    /// How a command ends that was refused something.
    var refusalStatus: ExitStatus { isRefusedByLaneAlone ? .refusedByPolicy : .someRefused }
}

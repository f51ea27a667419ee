package import Mail

/// What the doctor found about one thing, and how to mend it.
package struct Diagnosis: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable {
        case well
        case warning
        case broken
    }

    package let subject: String
    package let verdict: Verdict
    package let detail: String
    /// The command to run or the thing to do; empty when all is well.
    package let fix: String

    package static func well(_ subject: String, _ detail: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .well, detail: detail, fix: "")
    }

    package static func warning(_ subject: String, _ detail: String, fix: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .warning, detail: detail, fix: fix)
    }

    package static func broken(_ subject: String, _ detail: String, fix: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .broken, detail: detail, fix: fix)
    }

    package var json: JSONValue {
        .members([
            ("subject", .string(subject)), ("verdict", .string(verdict.rawValue)),
            ("detail", .string(detail)), ("fix", .text(fix.isEmpty ? nil : fix)),
        ])
    }
}

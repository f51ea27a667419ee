/// One thing that a rule says about a lodgement.
package struct Finding: Hashable, Sendable {
    package let code: FindingCode
    package let severity: Severity
    /// Where in the lodgement: a JSON pointer (RFC 6901); empty for the whole.
    package let pointer: String
    /// What the message names: both sides, limits, examples.
    ///
    /// By name, so that every language can
    /// put them where its grammar wants them.
    package let details: [String: String]

    /// A finding with the severity its code has unless the rule says otherwise.
    package init(
        _ code: FindingCode,
        at pointer: String,
        _ details: [String: String] = [:],
        severity: Severity? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.pointer = pointer
        self.details = details
    }
}

/// What a finding does to the lodgement.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    case warn
    case hold
    case refuse

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .warn: 0
        case .hold: 1
        case .refuse: 2
        }
    }
}

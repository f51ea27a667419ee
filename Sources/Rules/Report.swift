package import Mail

/// What was found, each thing once, in precedence order.
package struct Report: Hashable, Sendable {
    package let findings: [Finding]

    /// Two rules that ask the same of a field (two laws of one destination) say it once, and the
    /// more severe stands; two characters of one field are two things.
    package init(_ findings: [Finding]) {
        var once: [Finding] = []
        for finding in findings {
            let same = once.firstIndex {
                $0.code == finding.code && $0.pointer == finding.pointer
                    && $0.details == finding.details
            }
            if let same {
                if once[same].severity < finding.severity { once[same] = finding }
            } else {
                once.append(finding)
            }
        }
        // The place in the list breaks ties, so that equal lodgements give equal reports.
        self.findings = once.enumerated()
            .sorted {
                ($0.element.code.precedence, $0.offset) < ($1.element.code.precedence, $1.offset)
            }
            .map(\.element)
    }

    package var refuses: Bool { findings.contains { $0.severity == .refuse } }

    /// The code that stands for the report.
    package var leading: FindingCode? { findings.first?.code }
}

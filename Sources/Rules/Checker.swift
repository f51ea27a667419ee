package import Mail

/// Runs the rule book of the day over a lodgement: the only way to a ``CheckedLodgement``.
package struct Checker: Sendable {
    package let book: RuleBook

    package init(book: RuleBook = .core) {
        self.book = book
    }

    /// What else may speak of an item once its form is known: whether its documents hold its
    /// texts, whether its message can carry them.
    package typealias Source = @Sendable (MailItem, FormDecision) -> [Finding]

    /// Checks one lodgement.
    ///
    /// `read` is what the reader of the channel found before the rules; the sources are asked only
    /// of an item that the rules let pass, because before that there is no item to speak of.
    package func check(
        _ lodgement: Lodgement,
        _ context: CheckContext,
        read: [Finding] = [],
        then sources: [Source] = []
    ) -> CheckOutcome {
        // A row that could not be read says nothing of its fields: that they are missing is no news.
        guard !read.contains(where: { $0.code == .rowMalformed }) else {
            return .refused(Report(read))
        }
        var findings = read
        let examined = Examined(lodgement, context)
        for rule in book.rules(for: examined) {
            findings.append(contentsOf: rule.findings(examined))
        }
        guard !findings.contains(where: { $0.severity == .refuse }) else {
            return .refused(Report(findings))
        }
        let item: MailItem
        do {
            item = try MailItem(lodgement)
        } catch {
            // No rule spoke for this field: a hole in the book, closed by refusing.
            findings.append(
                Finding(.fieldMalformed, at: error.pointer, ["expected": "value", "found": ""])
            )
            return .refused(Report(findings))
        }
        let decided = FormTable.decide(item, context)
        findings.append(contentsOf: decided.findings)
        for source in sources {
            findings.append(contentsOf: source(item, decided.decision))
        }
        let report = Report(findings)
        guard !report.refuses else { return .refused(report) }
        return .checked(
            CheckedLodgement(
                lodgement: lodgement,
                item: item,
                decision: decided.decision,
                report: report
            )
        )
    }
}

/// What a check comes to.
package enum CheckOutcome: Hashable, Sendable {
    case checked(CheckedLodgement)
    case refused(Report)

    package var report: Report {
        switch self {
        case .checked(let checked): checked.report
        case .refused(let report): report
        }
    }

    package var checked: CheckedLodgement? {
        if case .checked(let checked) = self { checked } else { nil }
    }
}

/// A lodgement that the rules let pass, with the item it is and the form it bears.
package struct CheckedLodgement: Hashable, Sendable {
    package let lodgement: Lodgement
    package let item: MailItem
    package let decision: FormDecision
    /// What was said nevertheless: warnings, and reasons to hold.
    package let report: Report

    fileprivate init(
        lodgement: Lodgement,
        item: MailItem,
        decision: FormDecision,
        report: Report
    ) {
        self.lodgement = lodgement
        self.item = item
        self.decision = decision
        self.report = report
    }

    package var warnings: [Finding] { report.findings }
    package var isHeld: Bool { report.findings.contains { $0.severity == .hold } }
}

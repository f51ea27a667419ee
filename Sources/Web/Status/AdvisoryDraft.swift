package import Mail
package import Office

/// A first version of an advisory: sentences in five languages that say what the lane plan says.
package struct AdvisoryDraft {
    package let content: AdvisoryContent
    /// For whoever fills it in, in lines that are not published.
    package let notes: [String]

    /// A day: whoever reads it looks again tomorrow.
    private static let promise: Int64 = 24 * 3_600_000

    /// Nothing where there are no lanes to speak of.
    package init?(
        _ name: AdvisoryName,
        _ selectors: [LaneSelector],
        _ judge: LaneJudge,
        _ published: AdvisoryHistory?,
        at now: Moment
    ) throws {
        let next = Moment(milliseconds: now.milliseconds + Self.promise)
        var notes = [
            "Advisory \(name.text). Lines that begin with # are not published.",
            "Texts are paragraphs, lists (- or 1.), *emphasis*, **strong**, [words](https://...).",
        ]
        if let published, selectors.isEmpty {
            let content = published.content
            notes.append("It is published as version \(published.version); this is what it says.")
            self.notes = notes
            self.content = AdvisoryContent(
                kind: content.kind,
                lanes: content.lanes,
                since: content.since,
                until: content.until,
                nextUpdate: next,
                texts: content.texts
            )
            return
        }
        let inForce = judge.plan.inForce(at: now)
        let named = inForce.filter { $0.setting.advisory == name.text }
        let speaking = named.isEmpty ? inForce.filter { $0.state != .open } : named
        let lanes = selectors.isEmpty ? speaking.map(\.selector) : selectors
        guard !lanes.isEmpty else { return nil }
        let rules = inForce.filter { lanes.contains($0.selector) }
        let state = rules.map(\.state).max { $0.strictness < $1.strictness } ?? .open
        let ends = rules.map(\.setting.to)
        let since = rules.map { $0.setting.from ?? $0.at }.min() ?? now
        let until = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
        for rule in rules { notes.append("rule \(rule.id): \(rule.selector.name): \(rule.reason)") }
        self.notes = notes
        content = AdvisoryContent(
            kind: Self.kind(state.name),
            lanes: lanes,
            since: since,
            until: until,
            nextUpdate: next,
            texts: try AdvisoryTexts(
                Dictionary(
                    uniqueKeysWithValues: try Language.allCases.map { language in
                        let words = WordList.of(language)
                        let lane = lanes.map { LaneWords(words).lanes($0) }
                            .joined(separator: "; ")
                        return (language, try Self.text(state.name, lane, words))
                    }
                )
            )
        )
    }

    private static func kind(_ state: LaneState.Name) -> AdvisoryKind {
        switch state {
        case .closed, .held, .diverted: .outage
        case .capped: .warning
        case .open: .information
        }
    }

    private static func text(
        _ state: LaneState.Name,
        _ lanes: String,
        _ words: WordList
    ) throws -> AdvisoryText {
        try AdvisoryText(
            title: String(words("draft_title_\(state.rawValue)", ["lanes": lanes]).prefix(120)),
            what: words("draft_what_\(state.rawValue)", ["lanes": lanes]),
            advice: words("draft_do_\(state.rawValue)")
        )
    }
}

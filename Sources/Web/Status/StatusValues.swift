import Mail
import Office

/// What the templates of the status show, for pages and for the copy that is hosted elsewhere.
struct StatusValues {
    struct Line {
        let what: String
        let doors: String?
        let state: String
        let mark: String
    }

    struct Row {
        let place: String
        let component: String
        let lines: [Line]
    }

    struct News {
        let title: String
        let href: String
        let kind: String
        let mark: String
        let what: ProseValues
        let advice: ProseValues
        let lanes: String
        let times: [String]
        let overdue: String?
        let updated: String
    }

    let words: StatusWords
    /// Where an advisory's own page is.
    let href: (AdvisoryName) -> String

    init(_ words: StatusWords, href: @escaping (AdvisoryName) -> String) {
        self.words = words
        self.href = href
    }

    private var status: PublicStatus { words.status }

    /// What the status' own template needs.
    var index: [String: Any] {
        [
            "answer": words.answer, "tone": words.tone, "times": times, "rows": rows,
            "news": status.current.map { news($0) }, "hasNews": !status.current.isEmpty,
            "days": status.days.map(words.day), "hasDays": !status.days.isEmpty,
            "overdue": overdue,
        ]
    }

    /// As of when, since when, and when there is more.
    var times: [String] {
        let list = words.words
        return [
            list("status_as_of", ["time": words.time(status.at), "zone": status.calendar.name]),
            status.lastUpdate.map { list("status_updated", ["time": words.time($0)]) },
            status.nextUpdate.map { list("status_next", ["time": words.time($0)]) },
        ]
        .compactMap(\.self)
    }

    private var overdue: [String] {
        status.current.filter { $0.isOverdue(at: status.at) }.compactMap(\.promised)
            .map { words.words("status_overdue", ["time": words.time($0)]) }
    }

    private var rows: [Row] {
        status.rows.map { row in
            Row(
                place: words.place(row),
                component: words.component(row.component),
                lines: row.lines.map { line in
                    Line(
                        what: words.what(line.what),
                        doors: words.doors(line.doors),
                        state: words.state(line.state),
                        mark: words.mark(line.state)
                    )
                }
            )
        }
    }

    /// An advisory as it is told now.
    func news(_ history: AdvisoryHistory) -> News {
        let list = words.words
        let promised = history.isOverdue(at: status.at) ? history.promised : nil
        return news(
            history.latest,
            kind: history.ended == nil ? list(kind(history.content)) : list("adv_ended"),
            mark: history.ended == nil ? mark(history.content.kind) : "ok",
            times: times(history),
            overdue: promised.map { list("status_overdue", ["time": words.time($0)]) },
            updated: list(
                "adv_updated",
                [
                    "time": words.time(history.lastUpdate), "version": String(history.version),
                ]
            )
        )
    }

    /// A version that was told before.
    func earlier(_ advisory: Advisory) -> News {
        news(
            advisory,
            kind: words.words(kind(advisory.content)),
            mark: mark(advisory.content.kind),
            times: times(advisory.content),
            overdue: nil,
            updated: words.words(
                "adv_updated",
                ["time": words.time(advisory.at), "version": String(advisory.version)]
            )
        )
    }

    private func news(
        _ advisory: Advisory,
        kind: String,
        mark: String,
        times: [String],
        overdue: String?,
        updated: String
    ) -> News {
        let said = advisory.content.texts[words.words.language]
        return News(
            title: said.title,
            href: href(advisory.name),
            kind: kind,
            mark: mark,
            what: ProseValues(said.what),
            advice: ProseValues(said.advice),
            lanes: advisory.content.lanes.map { LaneWords(words.words).lanes($0) }
                .joined(separator: "; "),
            times: times,
            overdue: overdue,
            updated: updated
        )
    }

    private func kind(_ content: AdvisoryContent) -> String { "adv_k_\(content.kind.rawValue)" }

    private func mark(_ kind: AdvisoryKind) -> String {
        switch kind {
        case .outage: "off"
        case .warning: "warn"
        case .information: "lodged"
        }
    }

    private func times(_ history: AdvisoryHistory) -> [String] {
        guard let ended = history.ended else { return times(history.content) }
        let list = words.words
        return [
            list("adv_since", ["time": words.time(history.content.since)]),
            list("adv_ended_at", ["time": words.time(ended.at)]),
        ]
    }

    private func times(_ content: AdvisoryContent) -> [String] {
        let list = words.words
        return [
            list("adv_since", ["time": words.time(content.since)]),
            content.until.map { list("adv_until", ["time": words.time($0)]) }
                ?? list("adv_until_unknown"),
            content.nextUpdate.map { list("adv_next", ["time": words.time($0)]) },
        ]
        .compactMap(\.self)
    }
}

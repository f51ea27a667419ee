import Hummingbird
import Ledger
import Mail
import Office

/// What programs asked of late and what came of it, for whoever makes one work.
struct RequestsPage {
    private static let pageSize = 50
    private static let day: Int64 = 86_400_000
    private static let filters = ["key", "outcome", "method", "code"]
    private static let problemsShown = 5

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.requests.route) { request, context in
            try await show(Visit(site, request, context))
        }
        router.get(SiteMap.request.route) { request, context in
            let visit = Visit(site, request, context)
            return try await RequestPage(visit: visit).show()
        }
    }

    private struct Row {
        let number: String
        let iso: String
        let time: String
        let method: String
        let route: String
        let state: String
        let status: String
        let stateWord: String
        let repeated: String?
        let why: String?
        let whyHref: String
        let findings: String?
        let took: String
        let key: String
        let href: String
        let shortID: String
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.requestRead)
        let before = visit.query("before").flatMap { Int64($0) }
        let bar = before == nil ? try LiveBar(RequestsTopic(), visit, caller) : nil
        let rows = try site.office.requests.requests(
            filter(visit),
            before: before,
            limit: Self.pageSize + 1,
            for: caller
        )
        var values: [String: Any] = [
            "fields": try fields(visit, caller),
            "rows": rows.prefix(Self.pageSize).map { row($0, visit.words) },
            "hasRows": !rows.isEmpty,
            "kept": visit.words(
                "requests_kept",
                ["count": String(site.office.settings.serve.api.log)]
            ),
        ]
        try addCounts(to: &values, visit, caller)
        if rows.count > Self.pageSize {
            let next = String(rows[Self.pageSize - 1].number)
            values["more"] = SiteMap.requests.path(
                query: Self.filters.map { ($0, visit.query($0) ?? "") } + [("before", next)]
            )
        }
        return try visit.answer(
            Page(
                template: "requests",
                title: visit.words("requests_title"),
                values: values,
                section: .requests,
                live: bar
            )
        )
    }

    private func filter(_ visit: Visit) -> RequestFilter {
        var filter = RequestFilter()
        filter.key = visit.query("key")
        filter.outcome = visit.query("outcome").flatMap { LoggedRequest.Outcome(rawValue: $0) }
        filter.method = visit.query("method")
        filter.code = visit.query("code")
        return filter
    }

    private func fields(_ visit: Visit, _ caller: Caller) throws -> [Field] {
        let words = visit.words
        var values = FormValues()
        for name in Self.filters { values.set(name, visit.query(name) ?? "") }
        let any = [(value: "", label: words("any"))]
        let keys = try site.office.access.keys(for: caller)
            .map { (value: $0.key.id, label: "\($0.key.name) · \($0.key.id)") }
        let outcomes = LoggedRequest.Outcome.allCases.map {
            (value: $0.rawValue, label: words("requests_\($0.rawValue)"))
        }
        let methods = ["GET", "POST", "PUT", "DELETE"].map { (value: $0, label: $0) }
        return FormSheet(words, values)
            .fields([
                FieldPlan("key", words("requests_key"), .select(any + keys), width: ""),
                FieldPlan("outcome", words("acts_outcome"), .select(any + outcomes), width: ""),
                FieldPlan("method", words("requests_method"), .select(any + methods), width: ""),
                FieldPlan("code", words("requests_why"), .code, width: ""),
            ])
    }

    private struct Count {
        let count: String
        let href: String
        let state: String
        let label: String
    }

    private struct ProblemCount {
        let code: String
        let count: String
        let href: String
    }

    /// How the last day's requests ended, and what refused them most.
    private func addCounts(
        to values: inout [String: Any],
        _ visit: Visit,
        _ caller: Caller
    ) throws {
        let since = Moment(milliseconds: visit.now.milliseconds - Self.day)
        let counts = try site.office.requests.counts(since: since, for: caller)
        let shown = LoggedRequest.Outcome.allCases.compactMap { outcome in
            counts.outcomes[outcome]
                .map { count in
                    Count(
                        count: String(count),
                        href: SiteMap.requests.path(query: [("outcome", outcome.rawValue)]),
                        state: Self.state(outcome),
                        label: visit.words("requests_\(outcome.rawValue)")
                    )
                }
        }
        let problems = counts.codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.problemsShown)
            .map { code, count in
                ProblemCount(
                    code: code,
                    count: String(count),
                    href: SiteMap.requests.path(query: [("code", code)])
                )
            }
        values["hasCounts"] = !shown.isEmpty
        values["counts"] = shown
        values["hasProblems"] = !problems.isEmpty
        values["problems"] = problems
    }

    static func state(_ outcome: LoggedRequest.Outcome) -> String {
        switch outcome {
        case .done: "ok"
        case .refused: "held"
        case .failed: "refused"
        }
    }

    private func row(_ request: LoggedRequest, _ words: WordList) -> Row {
        Row(
            number: String(request.number),
            iso: request.at.text,
            time: MomentText.of(request.at),
            method: request.method,
            route: request.route,
            state: Self.state(request.outcome),
            status: String(request.status),
            stateWord: words("requests_\(request.outcome.rawValue)"),
            repeated: request.repetition == .replay ? words("requests_replay") : nil,
            why: request.code,
            whyHref: SiteMap.requests.path(query: [("code", request.code ?? "")]),
            findings: request.findings.isEmpty
                ? nil : request.findings.prefix(3).joined(separator: " "),
            took: request.milliseconds,
            key: request.key ?? "",
            href: SiteMap.request.path(request.id),
            shortID: String(request.id.prefix(8))
        )
    }
}

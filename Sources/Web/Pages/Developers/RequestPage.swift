import Hummingbird
import Mail
import Office

/// One request by the name that its answer gave it: everything that is known, and what to do.
struct RequestPage {
    let visit: Visit

    private var words: WordList { visit.words }

    private struct Fact {
        let label: String
        let value: String
    }

    private struct Remedy {
        let title: String
        let text: String
        let href: String
    }

    private struct Shown {
        let number: String
        let method: String
        let route: String
        let facts: [Fact]
        let problem: Remedy?
    }

    func show() async throws -> Response {
        let id = try visit.context.parameters.require("id")
        let caller = try await visit.require(.requestRead)
        let requests = try visit.office.requests.requests(named: id, for: caller)
        guard !requests.isEmpty else { throw WebRefusal.notFound }
        var values: [String: Any] = ["requests": requests.map(shown)]
        if requests.count > 1 {
            values["severalText"] = words(
                "requests_several",
                ["count": String(requests.count)]
            )
        }
        return try visit.answer(
            Page(template: "request", title: id, values: values, section: .requests)
        )
    }

    private func shown(_ request: LoggedRequest) -> Shown {
        let stated: [(String, String?)] = [
            ("acts_time", request.at.text), ("requests_key", request.key),
            ("f_customer", request.customer),
            (
                "acts_outcome",
                "\(request.status) · " + words("requests_\(request.outcome.rawValue)")
            ),
            ("requests_why", request.code),
            (
                "requests_findings",
                request.findings.isEmpty ? nil : request.findings.joined(separator: "\n")
            ),
            ("deliveries_took", request.milliseconds),
            ("requests_repetition", repetition(request)),
            (
                "requests_trace",
                words(request.isTraced ? "requests_traced" : "requests_untraced")
            ),
        ]
        return Shown(
            number: String(request.number),
            method: request.method,
            route: request.route,
            facts: stated.compactMap { label, value in
                value.map { Fact(label: words(label), value: $0) }
            },
            problem: request.code.flatMap(remedy)
        )
    }

    private func repetition(_ request: LoggedRequest) -> String {
        switch request.repetition {
        case .none: words("requests_repetition_none")
        case .first: words("requests_repetition_first")
        case .replay: words("requests_replay")
        }
    }

    /// What the API says of the problem; what it named there is not in the log.
    private func remedy(_ code: String) -> Remedy? {
        guard let known = ProblemCode(rawValue: code) else { return nil }
        return Remedy(
            title: ProblemText.of(known, visit.language).title,
            text: words("requests_problem_text"),
            href: "/docs#problem-" + code
        )
    }
}

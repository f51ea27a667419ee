package import Mail

/// A request of a program as its developers look it up: what was asked and what came of it.
///
/// Every part is from a closed set or ours: no body, no address, no name, nobody's data.
package struct LoggedRequest: Hashable, Sendable {
    /// What an `Idempotency-Key` did.
    package enum Repetition: Int, Hashable, Sendable {
        /// None came.
        case none
        /// One came, and the request was done.
        case first
        /// The same request had been done before; its answer was given again.
        case replay
    }

    /// How it ended, as people sort it.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case done
        /// 4xx: the program's side.
        case refused
        /// 5xx: the office's side.
        case failed

        var statuses: Range<Int> {
            switch self {
            case .done: 0..<400
            case .refused: 400..<500
            case .failed: 500..<1000
            }
        }
    }

    /// Counts up over all requests of an office; a later one has a larger number.
    package let number: Int64
    package let at: Moment
    /// The key's public part; nothing where none was recognised.
    package let key: String?
    /// The key's account.
    package let customer: String?
    package let method: String
    /// The template that the path matched, such as `/v1/items/{id}`.
    package let route: String
    package let status: Int
    /// The problem's frozen code.
    package let code: String?
    /// The frozen codes of what was found in a lodgement, each once.
    package let findings: [String]
    /// Microseconds.
    package let took: Int64
    /// What the answer called the request.
    package let id: String
    /// Whether the program named its own trace.
    package let isTraced: Bool
    package let repetition: Repetition

    package init(
        number: Int64 = 0,
        at: Moment,
        key: String?,
        customer: String?,
        method: String,
        route: String,
        status: Int,
        code: String?,
        findings: [String],
        took: Int64,
        id: String,
        isTraced: Bool,
        repetition: Repetition
    ) {
        self.number = number
        self.at = at
        self.key = key
        self.customer = customer
        self.method = method
        self.route = route
        self.status = status
        self.code = code
        self.findings = findings
        self.took = took
        self.id = id
        self.isTraced = isTraced
        self.repetition = repetition
    }

    package var outcome: Outcome {
        Outcome.allCases.first { $0.statuses.contains(status) } ?? .failed
    }
}

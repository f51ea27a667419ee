package import FoundationEssentials
package import Mail
package import Rules

/// Checks lodgements: the rules of the day, then what papers and messages can carry.
package struct CheckStep: Sendable {
    private let checker: Checker
    private let context: CheckContext
    private let print: PrintStep

    package init(checker: Checker = Checker(), context: CheckContext, print: PrintStep) {
        self.checker = checker
        self.context = context
        self.print = print
    }

    /// A lodging with what the check came to and the digest that says what it holds.
    package struct Result: Sendable {
        package let lodging: Lodging
        package let digest: Data
        package let outcome: CheckOutcome
    }

    /// One result for each lodging, in their order.
    package func check(_ batch: [Lodging], at now: Moment) async throws -> [Result] {
        try await print.check(batch, checker, context, at: now)
    }
}

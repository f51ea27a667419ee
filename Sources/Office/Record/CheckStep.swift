package import FoundationEssentials
import Ledger
import Mail
package import Rules

/// Checks lodgements on all cores: the rules of the day, then what papers and messages can carry.
package struct CheckStep: Sendable {
    package let checker: Checker
    package let context: CheckContext
    package let sources: [Checker.FurtherFindings]

    package init(checker: Checker, context: CheckContext, sources: [Checker.FurtherFindings]) {
        self.checker = checker
        self.context = context
        self.sources = sources
    }

    /// A lodging with what the check came to and the digest that says what it holds.
    package struct Result: Sendable {
        package let lodging: Lodging
        package let digest: Data
        package let outcome: CheckOutcome
    }

    package func check(_ lodging: Lodging) -> Result {
        Result(
            lodging: lodging,
            digest: lodging.lodgement.contentDigest,
            outcome: checker.check(
                lodging.lodgement,
                context,
                read: lodging.findings,
                then: sources
            )
        )
    }

    package func check(_ batch: [Lodging]) async throws -> [Result] {
        try await inParallel(batch) { check($0) }
    }
}

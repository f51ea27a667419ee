import Ledger
package import Mail

/// Why an office does not promise what somebody wants it to.
package enum PromiseRefusal: Error, Hashable, Sendable {
    /// More copies than there are vaults in other hands.
    case tooFewVaults(wanted: Int, found: Int)
    /// Less than before takes a second person.
    case needsApproval(from: Promise, to: Promise)
    /// One person is not two.
    case samePerson(String)
}

extension PromiseChange {
    /// Whether the change may be made in an office with so many vaults in other hands.
    ///
    /// - Throws: ``PromiseRefusal``.
    package func check(from now: Promise, vaults: Int) throws(PromiseRefusal) {
        guard to.copies <= vaults else {
            throw .tooFewVaults(wanted: to.copies, found: vaults)
        }
        guard to.copies < now.copies else { return }
        guard let approvedBy else { throw .needsApproval(from: now, to: to) }
        guard approvedBy != by else { throw .samePerson(by.text) }
    }
}

extension OfficeDesk {
    /// Waits until what was just recorded is where the office promises; for who owns the desk alone.
    ///
    /// - Throws: ``DeskRefusal`` `vaultUnavailable`; asking again finds what was recorded.
    package func keepPromise(for outcomes: [LodgeOutcome]) async throws {
        let copies = try ledger.promise().copies
        let end = outcomes.compactMap { $0.item.map { $0.changed + 1 } }.max()
        guard copies > 0, let end else { return }
        guard await watch.wait(end, copies) else {
            throw DeskRefusal.vaultUnavailable(wanted: copies, found: watch.count(end))
        }
    }
}

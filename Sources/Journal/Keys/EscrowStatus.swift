/// What an escrow holds of what it must, at a time.
package struct EscrowStatus: Hashable, Sendable {
    package let escrow: String
    /// Copies of things in use, by object.
    package let living: [EscrowCopy]
    /// Things in use of which it holds no copy.
    package let missing: [String]
    /// Copies whose lock is due to be renewed.
    package let due: [String]
    /// Copies of older editions and forgotten months, which die with their lock.
    package let dying: [EscrowCopy]
    /// Why it could not be asked.
    package let fault: String?

    /// The day on which the first living copy could be removed, unless it is renewed.
    package var lockedUntil: UnixTime? { living.map(\.lockedUntil).min() }

    /// Everything is there, and nothing waits for more than a day for its weekly renewal.
    package func isWhole(at now: UnixTime) -> Bool {
        guard fault == nil, missing.isEmpty, let lockedUntil else { return false }
        let slack = EscrowTerm.lockDays - EscrowTerm.renewalDays - 1
        return lockedUntil >= now.adding(days: slack)
    }

    /// Compares what must be there with what is.
    init(_ escrow: String, needed: [String], copies: [EscrowCopy], at now: UnixTime) {
        let due = now.adding(days: EscrowTerm.lockDays - EscrowTerm.renewalDays)
        let held = Set(copies.map(\.object))
        self.escrow = escrow
        living = copies.filter { needed.contains($0.object) }
        missing = needed.filter { !held.contains($0) }
        self.due = living.filter { $0.lockedUntil <= due }.map(\.object)
        dying = copies.filter { !needed.contains($0.object) }
        fault = nil
    }

    init(_ escrow: String, fault: KeysFault) {
        self.escrow = escrow
        living = []
        missing = []
        due = []
        dying = []
        self.fault = "\(fault.path): \(fault.detail)"
    }
}

extension EscrowKeeper {
    /// How each escrow stands; changes nothing.
    package func status(at now: UnixTime) async throws(KeysFault) -> [EscrowStatus] {
        let needed = try directory.escrowObjects().map(\.name)
        var all: [EscrowStatus] = []
        for escrow in escrows {
            do throws(KeysFault) {
                let copies = try await escrow.copies()
                all.append(EscrowStatus(escrow.name, needed: needed, copies: copies, at: now))
            } catch { all.append(EscrowStatus(escrow.name, fault: error)) }
        }
        return all
    }
}

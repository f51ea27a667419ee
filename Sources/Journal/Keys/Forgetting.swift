/// Erases one month's personal data by destroying its keys; every proof still holds.
package struct Forgetting: Sendable {
    private let escrow: EscrowKeeper
    private let keyring: Keyring

    package init(escrow: EscrowKeeper, keyring: Keyring) {
        self.escrow = escrow
        self.keyring = keyring
    }

    /// What forgetting would destroy: printed before anybody is asked to confirm, and again behind.
    package struct Plan: Hashable, Sendable {
        package let epoch: Epoch
        package let keys: [EpochKeyID]
        /// Wrapped keys in `keys/`, removed at once.
        package let files: [String]
        /// Copies elsewhere, each with the day it dies.
        package let copies: [EscrowCopy]
        /// When the last known copy can be gone; erasure is complete only then.
        package let complete: UnixTime
    }

    /// Who confirmed, and the epoch as they typed it.
    package struct Confirmation: Hashable, Sendable {
        package let person: String
        package let typed: String

        package init(person: String, typed: String) {
            self.person = person
            self.typed = typed
        }
    }

    /// Looks at what would be destroyed, and refuses what must not be.
    ///
    /// `openItems` counts the items of the month that are not finished; only the office knows.
    /// Throws a `ForgetRefusal`, or what storage and `openItems` throw.
    package func plan(
        _ epoch: Epoch,
        at now: ClockReading,
        openItems: (Epoch) async throws -> Int
    ) async throws -> Plan {
        guard epoch.entryClass != .state else { throw ForgetRefusal.stateIsKept(epoch) }
        // An unsupported clock must not make a month look over.
        let today = min(now.time, now.confirmed)
        guard epoch.month.next.start <= today else { throw ForgetRefusal.monthNotOver(epoch) }
        let keys = keyring.table.keys(of: epoch)
        guard !keys.isEmpty else { throw ForgetRefusal.unknownEpoch(epoch) }
        let count = try await openItems(epoch)
        guard count == 0 else { throw ForgetRefusal.itemsOpen(epoch, count: count) }
        let files = try Keyring.wrappedKeys(in: escrow.directory.files)
            .filter { $0.epoch == epoch }.map(\.name)
        var copies: [EscrowCopy] = []
        for place in escrow.escrows {
            copies += try await place.copies()
                .filter { KeysLayout.parse($0.object)?.epoch == epoch }
        }
        return Plan(
            epoch: epoch,
            keys: keys,
            files: files,
            copies: copies,
            complete: max(now.time, copies.map(\.lockedUntil).max() ?? now.time)
        )
    }

    /// Forgets what `plan` names; running it again finishes what a crash broke off.
    ///
    /// It takes two different people, each having typed the epoch's name; `append` makes the
    /// record durable in the journal before it returns.
    package func carryOut(
        _ plan: Plan,
        confirmations: [Confirmation],
        at now: ClockReading,
        append: EpochKeeper.Append
    ) async throws {
        let people = try Self.check(confirmations, for: plan)
        let record = ControlRecord.epochForgotten(
            plan.epoch,
            by: people,
            complete: plan.complete,
            time: now.time
        )
        // A crash here leaves everything as it was.
        if !keyring.table.forgotten.contains(plan.epoch) { try await append([record]) }
        // A crash here leaves keys that nobody uses: readers obey the record, and the next start
        // removes them (`KeysDirectory.keyring`).
        keyring.apply(record)
        for name in plan.files { try escrow.directory.files.remove(name) }
        // Copies in escrows are not renewed from here on; `EscrowKeeper.tend` removes each when
        // its lock has ended.
    }

    /// The people who confirmed, when they are two at least.
    @discardableResult
    package static func check(
        _ confirmations: [Confirmation],
        for plan: Plan
    ) throws(ForgetRefusal) -> [String] {
        let people = Set(
            confirmations.filter { $0.typed == "\(plan.epoch)" && !$0.person.isEmpty }
                .map(\.person)
        )
        guard people.count >= 2 else {
            throw .needsConfirmation(plan.epoch, given: people.count)
        }
        return people.sorted()
    }
}

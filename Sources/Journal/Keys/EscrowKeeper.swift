/// Keeps every escrow holding what it must, renews what lives, and lets die what is forgotten.
package struct EscrowKeeper: Sendable {
    package let directory: KeysDirectory
    package let escrows: [any Escrow]

    package init(directory: KeysDirectory, escrows: [any Escrow]) {
        self.directory = directory
        self.escrows = escrows
    }

    /// What one round did; `copies` is everything that exists behind it.
    package struct Report: Sendable {
        package var added: [String] = []
        package var renewed: [String] = []
        package var removed: [String] = []
        package var copies: [EscrowCopy] = []
        /// Escrows that could not be reached; the next round tries them again.
        package var faults: [KeysFault] = []
    }

    /// Puts a newly wrapped key into the escrows, before the first entry is sealed with it.
    ///
    /// One escrow that takes it is enough: `tend` brings the others up to date.
    func deposit(_ wrapped: WrappedKey, at now: UnixTime) async throws(KeysFault) {
        let object = EscrowObject(wrapped)
        let end = now.adding(days: EscrowTerm.lockDays)
        var faults: [KeysFault] = []
        for escrow in escrows {
            do throws(KeysFault) {
                try await escrow.put(object.name, object.bytes, lockedUntil: end)
            } catch { faults.append(error) }
        }
        if let fault = faults.first, faults.count == escrows.count { throw fault }
    }

    /// One round, to run daily; it does nothing that is not due.
    package func tend(table: EpochTable, at now: UnixTime) async throws(KeysFault) -> Report {
        let objects = try directory.escrowObjects()
        var report = Report()
        for escrow in escrows {
            do throws(KeysFault) {
                try await add(objects, to: escrow, now, &report)
                try await renew(objects, in: escrow, table, now, &report)
                report.copies += try await escrow.copies()
            } catch { report.faults.append(error) }
        }
        return report
    }

    private func add(
        _ objects: [EscrowObject],
        to escrow: any Escrow,
        _ now: UnixTime,
        _ report: inout Report
    ) async throws(KeysFault) {
        let found = Set(try await escrow.copies().map(\.object))
        let end = now.adding(days: EscrowTerm.lockDays)
        for object in objects where !found.contains(object.name) {
            try await escrow.put(object.name, object.bytes, lockedUntil: end)
            report.added.append(object.name)
        }
    }

    private func renew(
        _ objects: [EscrowObject],
        in escrow: any Escrow,
        _ table: EpochTable,
        _ now: UnixTime,
        _ report: inout Report
    ) async throws(KeysFault) {
        let end = now.adding(days: EscrowTerm.lockDays)
        let due = now.adding(days: EscrowTerm.lockDays - EscrowTerm.renewalDays)
        for copy in try await escrow.copies() {
            if isLiving(copy.object, objects, table) {
                guard copy.lockedUntil <= due else { continue }
                try await escrow.renew(copy.object, lockedUntil: end)
                report.renewed.append(copy.object)
            } else if copy.lockedUntil <= now {
                try await escrow.remove(copy.object, at: now)
                report.removed.append(copy.object)
            }
        }
    }

    /// Whether a copy's lock is renewed.
    ///
    /// What is missing in `keys/` lives on in the escrow: an attacker who empties the folder must
    /// not thereby end the renewal. Only forgetting and a newer edition of the same thing do.
    private func isLiving(
        _ object: String,
        _ objects: [EscrowObject],
        _ table: EpochTable
    ) -> Bool {
        if let (epoch, _) = KeysLayout.parse(object), table.forgotten.contains(epoch) {
            return false
        }
        let subject = KeysLayout.subject(object)
        return objects.allSatisfy { $0.subject != subject || $0.name == object }
    }
}

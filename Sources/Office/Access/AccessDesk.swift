import Ledger
import Mail
import Synchronization

/// Who may use a served office: what pages, the API and the office's socket ask for.
package struct AccessDesk: Sendable {
    let office: ServedOffice

    var gate: AccessGate { office.gate }
    var ledger: LedgerStore { office.ledger }

    /// Whom a key opens the office for.
    ///
    /// - Throws: ``KeyRefusal``, or a fault of the ledger.
    package func caller(presenting key: String) throws -> Caller {
        try KeyCheck.caller(
            presenting: key,
            ledger: ledger,
            mode: office.profile.mode,
            at: office.clock.now()
        )
    }

    /// Records that somebody who is known was refused; each time by itself.
    package func refused(_ permission: Permission, to caller: Caller, object: String?) async throws
    {
        let act = Act(
            by: caller.author,
            name: permission.rawValue,
            outcome: .refused,
            object: object,
            reason: "not_permitted",
            at: office.clock.now()
        )
        try await office.record(act)
    }

    /// Counts that somebody who is not known was refused; ``recordRefusals()`` tells of it.
    package func refusedAStranger(_ act: String, because refusal: KeyRefusal?) {
        let kind = RefusalCount.Kind(
            name: act,
            reason: refusal?.code ?? "unauthenticated",
            object: refusal?.key
        )
        gate.refusals.withLock { $0.add(kind) }
    }

    /// Records what was counted, if anything was.
    package func recordRefusals() async throws {
        let now = office.clock.now()
        let acts = gate.refusals.withLock { $0.take(at: now) }
        guard !acts.isEmpty else { return }
        try await office.door.perform { desk in
            try await desk.record(acts.map { .acted($0) }, at: now)
        }
    }
}

extension ServedOffice {
    package var access: AccessDesk { AccessDesk(office: self) }
}

import Synchronization

/// Access keys as the ledger has them, remembered from one request to the next.
///
/// Whoever posts a change of keys has them forgotten before the change is answered, so a key that
/// was revoked opens nothing from then on. Only keys that exist are remembered: what strangers
/// present takes no memory.
final class KeyMemory: Sendable {
    private static let limit = 4096

    private struct State {
        var rows: [String: AccessKeyRow] = [:]
        /// Counts the changes; a row read before one is not remembered after it.
        var changes = 0
    }

    private let state = Mutex(State())

    func forget() {
        state.withLock { state in
            state.rows = [:]
            state.changes += 1
        }
    }

    /// The row remembered under that id, or the one that is read, when it exists.
    func row(
        _ id: String,
        reading read: () throws(LedgerFault) -> AccessKeyRow?
    ) throws(LedgerFault) -> AccessKeyRow? {
        let (known, changes) = state.withLock { ($0.rows[id], $0.changes) }
        if let known { return known }
        guard let row = try read() else { return nil }
        state.withLock { state in
            guard state.changes == changes, state.rows.count < Self.limit else { return }
            state.rows[id] = row
        }
        return row
    }
}

import Synchronization

/// The data keys at hand and what the journal says about epochs; shared by writer and readers.
package final class Keyring: Sendable {
    private struct State {
        var keys: [EpochKeyID: EpochKey]
        var table: EpochTable
    }

    private let state: Mutex<State>

    package init(_ keys: [EpochKey] = [], table: EpochTable = EpochTable()) {
        let byID = keys.map { ($0.id, $0) }
        state = Mutex(State(keys: Dictionary(byID) { first, _ in first }, table: table))
    }

    /// What is known of one key.
    package enum Lookup: Sendable {
        case key(EpochKey)
        /// Erased on purpose: a legal value, though a copy of the key may still be at hand.
        case forgotten(Epoch)
        /// The epoch is known when the journal or a file name told it.
        case missing(Epoch?)
    }

    package func lookup(_ id: EpochKeyID) -> Lookup {
        state.withLock { state in
            if let epoch = state.table.opened[id], state.table.forgotten.contains(epoch) {
                return .forgotten(epoch)
            }
            if let key = state.keys[id] { return .key(key) }
            return .missing(state.table.opened[id])
        }
    }

    package var table: EpochTable { state.withLock { $0.table } }

    /// All keys at hand, oldest epoch first.
    package var keys: [EpochKey] {
        state.withLock { Array($0.keys.values) }
            .sorted { ($0.epoch, "\($0.id)") < ($1.epoch, "\($1.id)") }
    }

    /// A usable key of one epoch: one that the journal has opened, or else one that waits for it.
    package func key(for epoch: Epoch) -> (key: EpochKey, isOpened: Bool)? {
        state.withLock { state in
            guard !state.table.forgotten.contains(epoch) else { return nil }
            if let id = state.table.current[epoch], let key = state.keys[id] { return (key, true) }
            return state.keys.values
                .filter { $0.epoch == epoch && state.table.opened[$0.id] == nil }
                .min { "\($0.id)" < "\($1.id)" }
                .map { ($0, false) }
        }
    }

    /// The newest key of a class that the journal has opened.
    package func newestKey(of entryClass: EntryClass) -> EpochKey? {
        state.withLock { state in
            state.table.current
                .filter { $0.key.entryClass == entryClass && state.keys[$0.value] != nil }
                .max { $0.key < $1.key }
                .flatMap { state.keys[$0.value] }
        }
    }

    /// The epoch that an entry of now belongs to, and its key when it is open already.
    package func current(
        for entryClass: EntryClass,
        at now: ClockReading
    ) -> (epoch: Epoch, key: EpochKey?) {
        state.withLock { state in
            let month = now.month(newest: state.table.newestMonth)
            let epoch = Epoch(month: month, entryClass: entryClass)
            return (epoch, state.table.current[epoch].flatMap { state.keys[$0] })
        }
    }

    package func add(_ key: EpochKey) {
        state.withLock { $0.keys[key.id] = key }
    }

    package func apply(_ record: ControlRecord) {
        state.withLock { state in
            state.table.apply(record)
            guard case .epochForgotten(let epoch, _, _, _) = record else { return }
            state.keys = state.keys.filter { $0.value.epoch != epoch }
        }
    }
}

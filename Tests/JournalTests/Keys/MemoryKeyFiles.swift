import Synchronization

@testable import Journal

/// Key files in memory, which can fail at the n-th change as a crash would.
final class MemoryKeyFiles: KeyFiles {
    private struct State {
        var files: [String: [UInt8]] = [:]
        var changesLeft: Int?
    }

    private let state = Mutex(State())
    let path: String

    init(path: String = "keys") {
        self.path = path
    }

    /// After `changes` more writes and removals every further one fails; nil heals.
    func failAfter(_ changes: Int?) {
        state.withLock { $0.changesLeft = changes }
    }

    var all: [String: [UInt8]] { state.withLock { $0.files } }

    func names(in folder: String) throws(KeysFault) -> [String] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        return all.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            .filter { !$0.contains("/") }.sorted()
    }

    func read(_ name: String) throws(KeysFault) -> [UInt8]? { all[name] }

    func write(_ name: String, _ bytes: [UInt8]) throws(KeysFault) {
        try change { $0[name] = bytes }
    }

    func remove(_ name: String) throws(KeysFault) {
        try change { $0[name] = nil }
    }

    private func change(_ body: (inout [String: [UInt8]]) -> Void) throws(KeysFault) {
        let isDown = state.withLock { state in
            if state.changesLeft == 0 { return true }
            state.changesLeft? -= 1
            body(&state.files)
            return false
        }
        if isDown { throw KeysFault(.storage, path: path, detail: "down", hint: "wait") }
    }
}

/// Control records as a journal would keep them; it can refuse from the n-th on.
actor RecordLog {
    private(set) var records: [ControlRecord] = []
    private var refuses = false

    struct Down: Error {}

    func refuse(_ refuses: Bool) { self.refuses = refuses }

    func append(_ more: [ControlRecord]) throws {
        guard !refuses else { throw Down() }
        records += more
    }

    var table: EpochTable {
        var table = EpochTable()
        for record in records { table.apply(record) }
        return table
    }
}

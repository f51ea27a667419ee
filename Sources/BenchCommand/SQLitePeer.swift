import Foundation
import GRDB

/// SQLite in the journal's place: the same callers, the same sealed bytes, the same group commit.
///
/// One owner commits whatever waits as one transaction, durable before anyone is answered, as the
/// journal's own loop does.
actor SQLitePeer {
    private let database: DatabaseQueue
    private var waiting: [(bytes: Data, answer: CheckedContinuation<Void, any Error>)] = []
    private var isCommitting = false

    init(path: String) throws {
        var configuration = Configuration()
        configuration.journalMode = .wal
        database = try DatabaseQueue(path: path, configuration: configuration)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(
                sql: "CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"
            )
            let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            precondition(level == 2, "SQLite's writer is at synchronous \(level ?? -1), not FULL")
        }
    }

    /// Returns when the bytes are durable.
    func append(_ bytes: [UInt8]) async throws {
        try await withCheckedThrowingContinuation { answer in
            waiting.append((Data(bytes), answer))
            guard !isCommitting else { return }
            isCommitting = true
            Task { await commit() }
        }
    }

    private func commit() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting.removeAll(keepingCapacity: true)
            let rows = batch.map(\.bytes)
            do {
                try await database.write { db in
                    let insert = try db.cachedStatement(
                        sql: "INSERT INTO entry (bytes) VALUES (?)"
                    )
                    for row in rows { try insert.execute(arguments: [row]) }
                }
                for (_, answer) in batch { answer.resume() }
            } catch {
                for (_, answer) in batch { answer.resume(throwing: error) }
            }
        }
        isCommitting = false
    }
}

import GRDB
import Mail

extension RequestStore {
    /// Requests, newest first, before a number, at most so many.
    func requests(
        _ filter: RequestFilter,
        _ sight: RequestSight,
        before number: Int64?,
        limit: Int
    ) throws -> [LoggedRequest] {
        let conditions =
            filter.conditions + [sight.condition, ("number < ?", [number ?? Int64.max])]
        return try database.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM requests WHERE "
                    + conditions.map(\.sql).joined(separator: " AND ")
                    + " ORDER BY number DESC LIMIT ?",
                arguments: conditions.map(\.arguments).reduce([], +) + [limit]
            )
            .map(LoggedRequest.init)
        }
    }

    /// Every request of that name: a program may name several alike.
    func requests(_ id: String, _ sight: RequestSight, limit: Int) throws -> [LoggedRequest] {
        let seen = sight.condition
        return try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM requests WHERE id = ? AND \(seen.sql)
                    ORDER BY number DESC LIMIT ?
                    """,
                arguments: [id] + seen.arguments + [limit]
            )
            .map(LoggedRequest.init)
        }
    }

    func newest(_ sight: RequestSight) throws -> Int64 {
        let seen = sight.condition
        return try database.read { db in
            try Int64.fetchOne(
                db,
                sql: "SELECT max(number) FROM requests WHERE \(seen.sql)",
                arguments: seen.arguments
            ) ?? 0
        }
    }

    /// When each key was used last, as far as the log goes back.
    func lastUses() throws -> [String: Moment] {
        try database.read { db in
            var uses: [String: Moment] = [:]
            for row in try Row.fetchAll(
                db,
                sql: "SELECT key, max(at) AS at FROM requests GROUP BY key"
            ) {
                uses[row["key"]] = Moment(milliseconds: row["at"])
            }
            return uses
        }
    }

    /// How requests since a moment ended.
    func counts(since: Moment, _ sight: RequestSight) throws -> RequestCounts {
        let seen = sight.condition
        return try database.read { db in
            var counts = RequestCounts()
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT status, code, count(*) AS times FROM requests
                    WHERE at >= ? AND \(seen.sql) GROUP BY status, code
                    """,
                arguments: [since.milliseconds] + seen.arguments
            )
            for row in rows { counts.add(row["status"], row["code"], times: row["times"]) }
            return counts
        }
    }
}

/// How many requests ended how.
package struct RequestCounts: Hashable, Sendable {
    package private(set) var outcomes: [LoggedRequest.Outcome: Int] = [:]
    package private(set) var codes: [String: Int] = [:]

    mutating func add(_ status: Int, _ code: String?, times: Int) {
        let outcome = LoggedRequest.Outcome.allCases.first { $0.statuses.contains(status) }
        outcomes[outcome ?? .failed, default: 0] += times
        if let code { codes[code, default: 0] += times }
    }
}

extension LoggedRequest {
    fileprivate init(_ row: Row) {
        let key: String = row["key"]
        self.init(
            number: row["number"],
            at: Moment(milliseconds: row["at"]),
            key: key.isEmpty ? nil : key,
            customer: row["customer"],
            method: row["method"],
            route: row["route"],
            status: row["status"],
            code: row["code"],
            findings: (row["findings"] as String).split(separator: " ").map(String.init),
            took: row["took"],
            id: row["id"],
            isTraced: row["traced"],
            repetition: Repetition(rawValue: row["repetition"]) ?? .none
        )
    }
}

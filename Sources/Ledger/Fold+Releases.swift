import GRDB
import Mail

/// Plans by which a backlog is let go.
extension Fold {
    /// Fixes the order of what is held: by class, then each customer's oldest in turn, then the
    /// oldest.
    ///
    /// It follows from the items alone, so that a restart in the middle goes on where it was.
    static func plan(
        _ plan: ReleasePlan,
        _ entry: Entry,
        at index: UInt64,
        _ db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO releases VALUES (?, ?, ?, 0, 0)")
            .execute(arguments: [plan.id, Int64(index), text(entry)])
        let order = order(of: plan.selector)
        try db.execute(
            sql: "INSERT INTO release_queue SELECT ?, place, id FROM (\(order.sql))",
            arguments: [plan.id] + order.arguments
        )
        try db.cachedStatement(sql: "UPDATE releases SET items = ? WHERE id = ?")
            .execute(arguments: [db.changesCount, plan.id])
    }

    /// Places and identifiers of what lanes hold, in the order in which it would go.
    static func order(
        of selector: LaneSelector
    ) -> (sql: String, arguments: StatementArguments) {
        let (condition, arguments) = selector.condition
        let sql = """
            SELECT row_number() OVER (ORDER BY class, turn, entry) AS place, id FROM (
                SELECT id, entry, class,
                    row_number() OVER (PARTITION BY class, customer ORDER BY entry) AS turn
                FROM (
                    SELECT id, entry, customer, \(releaseClass) AS class FROM items
                    WHERE state = 'held' AND lane IS NOT NULL AND \(condition)))
            """
        return (sql, arguments)
    }

    /// ``ReleaseClass`` in the words of the ledger.
    private static let releaseClass: String = {
        let cases = Product.allCases.map {
            "WHEN '\($0.rawValue)' THEN \(ReleaseClass($0, data: true).rawValue)"
        }
        return "CASE WHEN data = 0 THEN \(ReleaseClass.correspondence.rawValue) ELSE "
            + "CASE product \(cases.joined(separator: " ")) END END"
    }()
}

extension LaneSelector {
    /// The selector as a condition on an item's columns.
    var condition: (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments: StatementArguments = []
        func add(_ sql: String, _ value: StatementArguments) {
            parts.append(sql)
            arguments += value
        }
        switch destination {
        case nil: break
        case .country(let country): add("destination = ?", [country.code])
        case .territory(let territory): add("territory = ?", [territory.rawValue])
        case .group(let countries):
            let places = countries.map { _ in "?" }.joined(separator: ", ")
            add(
                "destination IN (\(places))",
                StatementArguments(countries.map(\.code).sorted())
            )
        }
        if let product { add("product = ?", [product.rawValue]) }
        if let channel { add("channel = ?", [channel.rawValue]) }
        if let kind { add("kind = ?", [kind.rawValue]) }
        if let data { add("data = ?", [data]) }
        return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
}

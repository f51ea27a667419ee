import GRDB
package import Mail

/// How far the numbers of a series are used.
package struct NumberRow: Hashable, Sendable {
    package let series: NumberSeries
    /// The next number to draw.
    package let next: UInt64
    /// Numbers are drawn only below this mark.
    package let before: UInt64
    package let ranges: [NumberRange]

    package init(series: NumberSeries, next: UInt64, before: UInt64, ranges: [NumberRange]) {
        self.series = series
        self.next = next
        self.before = before
        self.ranges = ranges
    }
}

extension LedgerStore {
    package func officeProfile() throws(LedgerFault) -> OfficeProfile? {
        try answering { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM office"),
                let country = Country(row["country"]),
                let language = Language(rawValue: row["language"]),
                let mode = Mode(rawValue: row["mode"])
            else { return nil }
            return OfficeProfile(
                operatorName: row["operator"],
                country: country,
                language: language,
                mode: mode
            )
        }
    }

    /// The edition that documents of new items are set in.
    package func edition() throws(LedgerFault) -> String? {
        try answering { db in
            try String.fetchOne(
                db,
                sql: "SELECT digest FROM editions ORDER BY rowid DESC LIMIT 1"
            )
        }
    }

    /// What the office promises when it answers; `local` where nothing else was ever said.
    package func promise() throws(LedgerFault) -> Promise {
        try answering { db in
            try String
                .fetchOne(
                    db.cachedStatement(
                        sql: "SELECT promise FROM promises ORDER BY entry DESC LIMIT 1"
                    )
                )
                .flatMap { Promise($0) } ?? .local
        }
    }

    package func numbers() throws(LedgerFault) -> [NumberRow] {
        try answering { db in
            let ranges = try Row.fetchAll(db, sql: "SELECT * FROM ranges ORDER BY series, first")
                .compactMap { row in
                    NumberSeries(row["series"] as String)
                        .flatMap {
                            NumberRange(
                                series: $0,
                                first: UInt64(row["first"] as Int64),
                                last: UInt64(row["last"] as Int64)
                            )
                        }
                }
            return try Row.fetchAll(db, sql: "SELECT * FROM marks ORDER BY series")
                .compactMap {
                    row in
                    guard let series = NumberSeries(row["series"] as String) else { return nil }
                    return NumberRow(
                        series: series,
                        next: UInt64(row["next"] as Int64),
                        before: UInt64(row["before"] as Int64),
                        ranges: ranges.filter { $0.series == series }
                    )
                }
        }
    }

    package func sdrRates() throws(LedgerFault) -> [SDRRate] {
        try answering { db in
            try Row.fetchAll(db, sql: "SELECT * FROM rates ORDER BY currency, day")
                .compactMap {
                    row in
                    guard let currency = Currency(row["currency"]),
                        let day = CalendarDay(row["day"])
                    else { return nil }
                    return SDRRate(
                        currency: currency,
                        day: day,
                        perSDR: row["per_sdr"],
                        source: row["source"]
                    )
                }
        }
    }

    /// How often documents of the item were printed again.
    package func reprints(_ item: ItemID) throws(LedgerFault) -> Int {
        try answering { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM reprints WHERE item = ?",
                arguments: [item.text]
            ) ?? 0
        }
    }

    /// When documents of the item were printed again, and which, the first time first.
    package func reprintsMade(
        _ item: ItemID
    ) throws(LedgerFault) -> [(at: Moment, kinds: [DocumentKind])] {
        try answering { db in
            try Row.fetchAll(
                db,
                sql: "SELECT at, kinds FROM reprints WHERE item = ? ORDER BY rowid",
                arguments: [item.text]
            )
            .map { row in
                let kinds = (row["kinds"] as String).split(separator: " ")
                    .compactMap { DocumentKind(rawValue: String($0)) }
                return (Moment(milliseconds: row["at"]), kinds)
            }
        }
    }

    /// The digests recorded when documents of the item were first issued.
    package func issued(_ item: ItemID) throws(LedgerFault) -> [DocumentKind: String] {
        try answering { db in
            var digests: [DocumentKind: String] = [:]
            let rows = try db.cachedStatement(sql: "SELECT kind, digest FROM issued WHERE item = ?")
            let cursor = try Row.fetchCursor(rows, arguments: [item.text])
            while let row = try cursor.next() {
                if let kind = DocumentKind(rawValue: row["kind"]) { digests[kind] = row["digest"] }
            }
            return digests
        }
    }
}

import Mail

/// Makes one record of the adjacent rows that share a reference: each a content line of the item.
struct RecordBuilder {
    private let plan: ColumnPlan
    private let digest: String
    private(set) var notes: Set<IntakeNote> = []

    /// Rows without a reference are found again under the digest, the file's SHA-256.
    init(plan: ColumnPlan, digest: String) {
        self.plan = plan
        self.digest = digest
    }

    /// - Precondition: at least one row; all of them have this reference, or there is one row.
    mutating func record(_ rows: [CSVRow], reference: String?) -> IntakeRecord {
        let first = rows[0]
        var findings: [Finding] = []
        var lodgement = Lodgement()
        lodgement.reference = reference
        for row in rows {
            guard let flaw = row.flaw else { continue }
            findings.append(Self.malformed(row, flaw))
        }
        if findings.isEmpty { fill(&lodgement, from: rows, &findings) }
        return IntakeRecord(
            rowNumbers: rows.map(\.number),
            key: reference.map { .reference($0) } ?? .row(file: digest, number: first.number),
            lodgement: lodgement,
            findings: findings,
            rows: rows
        )
    }

    /// Some of the rows of an item that has more of them than one may have: all are refused.
    func overlong(_ rows: [CSVRow], reference: String) -> IntakeRecord {
        var lodgement = Lodgement()
        lodgement.reference = reference
        let reason = "more than \(IntakeLimits.rowsOfOneItem) rows have this reference"
        return IntakeRecord(
            rowNumbers: rows.map(\.number),
            key: .reference(reference),
            lodgement: lodgement,
            findings: [
                Finding(.rowMalformed, at: "", ["row": String(rows[0].number), "reason": reason])
            ],
            rows: rows
        )
    }

    private static func malformed(_ row: CSVRow, _ flaw: CSVFlaw) -> Finding {
        Finding(.rowMalformed, at: "", ["row": String(row.number), "reason": flaw.description])
    }

    private mutating func fill(
        _ lodgement: inout Lodgement,
        from rows: [CSVRow],
        _ findings: inout [Finding]
    ) {
        let first = rows[0]
        var reader = CellReader(first, plan)
        var parties = (sender: PartyCells(), addressee: PartyCells())
        for column in plan.ofItem where !first.trimmed(column.position).isEmpty {
            switch column.field {
            case .item(let field): reader.read(column, field, into: &lodgement)
            case .party(.sender, let field): reader.read(column, field, into: &parties.sender)
            case .party(.addressee, let field):
                reader.read(column, field, into: &parties.addressee)
            case .line: break
            }
        }
        lodgement.sender = parties.sender.party
        lodgement.addressee = parties.addressee.party
        unread(first, &findings)
        take(&reader, &findings)
        var lines: [LodgedLine] = []
        for row in rows {
            if row.number != first.number {
                unread(row, &findings)
                compare(row, with: first, &findings)
            }
            guard plan.ofLine.contains(where: { !row.trimmed($0.position).isEmpty }) else {
                continue
            }
            var reader = CellReader(row, plan)
            var line = LodgedLine()
            for column in plan.ofLine where !row.trimmed(column.position).isEmpty {
                reader.read(column, at: lines.count, into: &line)
            }
            lines.append(line)
            take(&reader, &findings)
        }
        if !lines.isEmpty {
            if lodgement.contents == nil { lodgement.contents = LodgedContents() }
            lodgement.contents?.lines = lines
        }
    }

    private mutating func take(_ reader: inout CellReader, _ findings: inout [Finding]) {
        findings += reader.findings
        for note in reader.notes { notes.insert(note) }
    }

    /// A later row may leave the item's cells empty; what it does say must be what the first says.
    private func compare(_ row: CSVRow, with first: CSVRow, _ findings: inout [Finding]) {
        for column in plan.ofItem {
            let cell = row.trimmed(column.position)
            guard !cell.isEmpty else { continue }
            let stated = first.trimmed(column.position)
            guard !row.bytes[cell].elementsEqual(first.bytes[stated]) else { continue }
            findings.append(
                Finding(
                    .rowsDisagree,
                    at: column.field.pointer(line: 0),
                    [
                        "column": plan.names[column.position],
                        "first": first.text(column.position).trimmed ?? "",
                        "firstRow": String(first.number),
                        "found": row.text(column.position).trimmed ?? "",
                        "row": String(row.number),
                    ]
                )
            )
        }
    }

    private func unread(_ row: CSVRow, _ findings: inout [Finding]) {
        for column in plan.unread where column.isMeantForUs {
            guard !row.trimmed(column.position).isEmpty else { continue }
            findings.append(
                Finding(
                    .fieldUnknown,
                    at: "",
                    ["name": column.header, "nearest": column.nearest ?? ""]
                )
            )
        }
    }
}

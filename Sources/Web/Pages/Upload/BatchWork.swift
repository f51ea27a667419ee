import Hummingbird
import Mail
import NIOCore
import Office

/// What is done to an uploaded file: looked at, put right, lodged, given back.
struct BatchWork: Sendable {
    let book: BatchBook
    let token: String
    let caller: Caller

    /// Says of every item what would become of it.
    ///
    /// - Throws: `IntakeRefusal`, ``BatchRefusal``.
    func check(_ batch: Batch, _ survey: FileSurvey) async throws {
        var batch = batch
        var groups = try book.records(token, survey, digest: batch.digest)
        while let (first, records) = try groups.next() {
            guard first + records.count <= Batch.itemLimit else {
                throw BatchRefusal.tooManyItems
            }
            let rows = records.enumerated()
                .map { number, record in
                    var row = BatchRow(place: first + number, fate: .good)
                    row.lodgement = record.lodgement
                    row.key = record.key
                    row.rowNumbers = record.rowNumbers
                    row.readFindings = record.findings
                    return row
                }
            // What is good stands in the file; what is not is kept to be put right.
            let checked = try await checked(rows)
            batch.wait(checked.flatMap(\.waits))
            try book.set(
                checked.map { $0.fate == .bad ? $0 : BatchRow(place: $0.place, fate: $0.fate) },
                of: token
            )
        }
        batch.notes = groups.intake.notes.map(\.text)
        batch.isChecked = true
        try book.replace(batch, under: token)
    }

    /// The rows with what the rules say of them.
    private func checked(_ rows: [BatchRow]) async throws -> [BatchRow] {
        let rehearsals = try await book.office.rehearse(rows.map(lodging))
        return zip(rows, rehearsals)
            .map { row, rehearsal in
                var row = row
                row.findings = []
                switch rehearsal {
                case .wouldLodge(let isHeld, let warnings):
                    row.fate = isHeld ? .goodHeld : .good
                    row.waits = warnings.filter { !$0.laneMembers.isEmpty }
                case .wouldReplay(let item):
                    row.fate = item.record.state == .held ? .goodHeld : .good
                case .wouldRefuse(let findings):
                    row.fate = .bad
                    row.findings = findings
                }
                return row
            }
    }

    private func lodging(_ row: BatchRow) -> Lodging {
        var lodgement = row.lodgement ?? Lodgement()
        if let customer = caller.customer { lodgement.customer = customer }
        // A row that got a reference on the page is that reference's item from now on.
        let key =
            lodgement.reference.map { LodgementKey.reference($0) } ?? row.key
            ?? .once("\(token)-\(row.place)")
        return Lodging(
            key: key,
            lodgement: lodgement,
            channel: .file,
            findings: row.readFindings,
            request: LodgeRequest(author: caller.author)
        )
    }

    /// Takes what was put right on the page and looks at those rows again.
    func fix(_ sent: FormValues) async throws {
        var fixed: [BatchRow] = []
        for row in try book.rows(token, fated: [BatchRow.Fate.bad.rawValue], limit: Batch.shown) {
            let prefix = "row-\(row.place)."
            let changed = sent.fields.filter { $0.name.hasPrefix(prefix) }
            guard !changed.isEmpty else { continue }
            var values = FormLodgement.values(of: row.lodgement ?? Lodgement())
            for (name, value) in changed {
                values.set(String(name.dropFirst(prefix.count)), value)
            }
            var row = row
            (row.lodgement, row.readFindings) = FormLodgement.read(FormLodgement.tidied(values))
            fixed.append(row)
        }
        try book.set(try await checked(fixed), of: token)
    }

    /// Lodges what is good.
    func lodge(_ batch: Batch) async throws {
        var batch = batch
        var groups = try book.records(token, batch)
        while let (first, records) = try groups.next() {
            let open = try book.rows(token, from: first, limit: records.count)
                .filter { BatchRow.Fate.open.contains($0.fate.rawValue) }
                .map { row in
                    let record = records[row.place - first]
                    var row = row
                    row.rowNumbers = record.rowNumbers
                    row.key = record.key
                    if row.lodgement == nil {
                        row.lodgement = record.lodgement
                        row.readFindings = record.findings
                    }
                    return row
                }
            guard !open.isEmpty else { continue }
            let outcomes = try await book.office.lodge(open.map(lodging))
            // A crash here: the items are there, and lodging the rest finds them.
            try book.set(zip(open, outcomes).map(Self.lodged), of: token)
        }
        batch.isLodged = true
        try book.replace(batch, under: token)
    }

    private static func lodged(_ row: BatchRow, _ outcome: LodgeOutcome) -> BatchRow {
        switch outcome {
        case .lodged(let item), .replayed(let item):
            var done = BatchRow(
                place: row.place,
                fate: item.record.state == .held ? .lodgedHeld : .lodged
            )
            done.rowNumbers = row.rowNumbers
            done.findings = item.record.warnings
            done.item = item.record.id
            done.reference = row.lodgement?.reference
            return done
        case .refused(let findings):
            var row = row
            row.fate = .bad
            row.findings = findings
            return row
        }
    }

    /// Writes the file that comes back, a group at a time: every row with what became of it.
    @concurrent
    func result(
        _ batch: Batch,
        in language: Language,
        to body: inout any ResponseBodyWriter
    ) async throws {
        var groups = try book.records(token, batch)
        var bytes: [UInt8] = []
        var writer = ResultWriter(groups.intake.layout) { bytes += $0 }
        while let (first, records) = try groups.next() {
            for row in try book.rows(token, from: first, limit: records.count) {
                try writer.write(records[row.place - first], row.result(in: language))
            }
            try await body.write(ByteBuffer(bytes: bytes))
            bytes.removeAll(keepingCapacity: true)
        }
        try writer.finish()
        try await body.write(ByteBuffer(bytes: bytes))
        try await body.finish(nil)
    }
}

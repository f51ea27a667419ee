import Mail

/// What a header makes of a file: which cell goes where, and what is said about the columns.
struct ColumnPlan: Sendable {
    let header: [String]
    /// The header's names without white space around them.
    let names: [String]
    /// Of the item, without its reference; in the order of the file.
    let ofItem: [Column]
    let ofLine: [Column]
    let reference: Column?
    let unread: [UnreadColumn]
    /// Positions of the columns a result file added.
    let results: Set<Int>
    let notes: [IntakeNote]

    /// - Throws: ``IntakeRefusal`` when no column is known, or two mean the same.
    init(header: [String]) throws(IntakeRefusal) {
        self.header = header
        names = header.map { $0.trimmed ?? "" }
        let keys = header.map(HeaderName.key)
        let isClickAndDrop = keys.contains(where: ColumnAliases.clickAndDropMarks.contains)
        var columns: [Column] = []
        var unread: [UnreadColumn] = []
        var results: Set<Int> = []
        var notes: [IntakeNote] = []
        for (position, key) in keys.enumerated() {
            let name = names[position]
            if HeaderNames.resultColumns.contains(key) {
                results.insert(position)
            } else if var meaning = HeaderNames.meaning(key) {
                if isClickAndDrop, key == "weight" { meaning.unit = .kilograms }
                let column = Column(position: position, meaning)
                notes += Self.notes(column, name, key)
                columns.append(column)
            } else {
                let column = UnreadColumn(position: position, header: name, key: key)
                unread.append(column)
                if !name.isEmpty { notes.append(column.note) }
            }
        }
        guard !columns.isEmpty else { throw .noKnownColumn(header) }
        try Self.refuseCollisions(columns, names)
        if results.count == ResultWriter.columns.count { notes.append(.apostrophesRemoved) }
        reference = columns.first { $0.field == .item(.reference) }
        ofItem = columns.filter { !$0.field.isOfLine && $0.field != .item(.reference) }
        // The quantity first, because totals of units need it.
        ofLine =
            columns.filter { $0.field == .line(.quantity) }
            + columns.filter { $0.field.isOfLine && $0.field != .line(.quantity) }
        self.unread = unread
        self.results = results
        self.notes = notes
    }

    /// Whether the file came out of a ``ResultWriter``, with apostrophes that guard its cells.
    var isResultFile: Bool { results.count == ResultWriter.columns.count }

    private static func notes(
        _ column: Column,
        _ name: String,
        _ key: String
    ) -> [IntakeNote] {
        var notes: [IntakeNote] = []
        if column.isOfOneArticle {
            notes.append(.unitsMultiplied(column: name, into: column.field.name))
        } else if key != HeaderName.key(column.field.name) {
            notes.append(.columnRead(column: name, as: column.field.name))
        }
        switch column.unit {
        case .kilograms, .centimetres:
            notes.append(.unitConverted(column: name, unit: column.unit.rawValue))
        case .own, .inCell: break
        }
        return notes
    }

    private static func refuseCollisions(
        _ columns: [Column],
        _ names: [String]
    ) throws(IntakeRefusal) {
        var first: [Field: Column] = [:]
        for column in columns {
            let rivals = column.field.rivals
            if let other = rivals.lazy.compactMap({ first[$0] }).first {
                throw .columnsCollide(
                    field: column.field.name,
                    first: names[other.position],
                    second: names[column.position]
                )
            }
            first[column.field] = column
        }
    }
}

extension Column {
    fileprivate init(position: Int, _ meaning: HeaderNames.Meaning) {
        self.init(
            position: position,
            field: meaning.field,
            unit: meaning.unit,
            isOfOneArticle: meaning.isOfOneArticle
        )
    }
}

extension UnreadColumn {
    fileprivate init(position: Int, header: String, key: String) {
        let choices = HeaderNames.ambiguous[key]
        let nearest = choices ?? HeaderNames.nearest(key)
        let roots = ["sender.", "addressee.", "contents.", "lines.", "size.", "importer."]
        self.init(
            position: position,
            header: header,
            nearest: nearest,
            isMeantForUs: nearest != nil
                || roots.contains(where: header.lowercased().hasPrefix)
        )
    }

    fileprivate var note: IntakeNote {
        if let choices = HeaderNames.ambiguous[HeaderName.key(header)] {
            return .columnAmbiguous(column: header, choices: choices)
        }
        return .columnUnknown(column: header, nearest: nearest)
    }
}

extension Field {
    var isOfLine: Bool {
        if case .line = self { true } else { false }
    }

    /// The fields that no second column may have beside this one.
    fileprivate var rivals: [Field] {
        switch self {
        case .party(let role, .name):
            [self, .party(role, .givenName), .party(role, .familyName)]
        case .party(let role, .givenName), .party(let role, .familyName):
            [self, .party(role, .name)]
        case .party(let role, .lines): [self, .party(role, .line(1))]
        case .party(let role, .line(1)): [self, .party(role, .lines)]
        default: [self]
        }
    }
}

/// Every column name we know, canonical and alias, with what it means.
enum HeaderNames {
    struct Meaning: Hashable, Sendable {
        let field: Field
        var unit = CellUnit.own
        var isOfOneArticle = false
    }

    static func isKnown(_ header: String) -> Bool {
        let key = HeaderName.key(header)
        return meaning(key) != nil || resultColumns.contains(key)
    }

    /// What the name means, by its key.
    static func meaning(_ key: String) -> Meaning? {
        if let meaning = meanings[key] { return meaning }
        for role in PartyRole.allCases {
            for prefix in [role.rawValue + "taxids", role.rawValue + "taxid"]
            where key.hasPrefix(prefix) && key.utf8.count > prefix.utf8.count {
                return TaxScheme(key.dropFirst(prefix.utf8.count).uppercased())
                    .map { Meaning(field: .party(role, .taxID($0))) }
            }
        }
        return nil
    }

    /// The columns that a result file adds: taken in again, they are left alone.
    static let resultColumns: Set<String> = Set(ResultWriter.columns.map(HeaderName.key))

    /// Names that could mean one article or the whole line, or a place and a quantity of it.
    static let ambiguous: [String: String] = {
        var names: [String: String] = [:]
        for key in ColumnAliases.ambiguousValues {
            names[key] = "'unit value' (one article) or 'line value' (all of the line)"
        }
        for key in ColumnAliases.ambiguousWeights {
            names[key] = "'unit weight (g)' or 'line weight (g)'"
        }
        return names
    }()

    /// The canonical name nearest to a name we do not know, when it is near enough for a slip.
    static func nearest(_ key: String) -> String? {
        let limit = key.utf8.count < 5 ? 0 : key.utf8.count < 9 ? 1 : 2
        guard limit > 0 else { return nil }
        let letters = Array(key.utf8)
        var best: (distance: Int, key: String)?
        for length in max(1, letters.count - limit)...letters.count + limit {
            for (candidate, bytes) in candidates[length, default: []] {
                guard let distance = HeaderName.distance(letters, bytes, limit: limit) else {
                    continue
                }
                if let best, (best.distance, best.key) <= (distance, candidate) { continue }
                best = (distance, candidate)
            }
        }
        return best.flatMap { meanings[$0.key]?.field.name }
    }

    /// The keys a slip may have meant, by their length, so that only near ones are compared.
    ///
    /// A party's short aliases are left out: behind "sender", two letters turn any into another.
    private static let candidates: [Int: [(String, [UInt8])]] = Dictionary(
        grouping: meanings.filter(isCandidate).keys.sorted().map { ($0, Array($0.utf8)) },
        by: { $0.1.count }
    )

    private static func isCandidate(_ key: String, _ meaning: Meaning) -> Bool {
        HeaderName.key(meaning.field.name) == key
            || !ColumnAliases.partyPrefixes.flatMap(\.1)
                .contains { !$0.isEmpty && key.hasPrefix($0) }
    }

    private static let meanings: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        func add(_ key: String, _ meaning: Meaning) {
            let known = table.updateValue(meaning, forKey: key)
            precondition(
                known == nil || known == meaning,
                "column name '\(key)' is listed with two meanings"
            )
        }
        for field in ItemField.allCases {
            add(HeaderName.key(field.rawValue), Meaning(field: .item(field)))
        }
        for field in LineField.allCases {
            add("lines" + HeaderName.key(field.rawValue), Meaning(field: .line(field)))
            add("contentslines" + HeaderName.key(field.rawValue), Meaning(field: .line(field)))
        }
        for field in [LineField.lineNetWeight, .lineValue] {
            add(HeaderName.key(field.rawValue), Meaning(field: .line(field)))
        }
        for role in PartyRole.allCases {
            for field in PartyField.plain {
                add(
                    HeaderName.key("\(role.rawValue)\(field.name)"),
                    Meaning(field: .party(role, field))
                )
            }
        }
        for (field, names) in ColumnAliases.items {
            names.forEach { add($0, Meaning(field: .item(field))) }
        }
        for (field, names) in ColumnAliases.lines {
            names.forEach { add($0, Meaning(field: .line(field))) }
        }
        addParties(add)
        // A canonical name keeps its own unit.
        addMeasures { key, meaning in if table[key] == nil { add(key, meaning) } }
        return table
    }()

    private static func addParties(_ add: (String, Meaning) -> Void) {
        for (role, prefixes) in ColumnAliases.partyPrefixes {
            for prefix in prefixes {
                for (field, names) in ColumnAliases.parties {
                    // Whose number it is, a bare "VAT number" does not say.
                    if case .taxID = field, prefix.isEmpty { continue }
                    names.forEach { add(prefix + $0, Meaning(field: .party(role, field))) }
                }
            }
        }
        for (role, field, names) in ColumnAliases.particular {
            names.forEach { add($0, Meaning(field: .party(role, field))) }
        }
    }

    private static func addMeasures(_ add: (String, Meaning) -> Void) {
        for name in ColumnAliases.unitValues {
            add(name, Meaning(field: .line(.lineValue), isOfOneArticle: true))
        }
        func addWeights(_ names: [String], _ field: Field, isOfOneArticle: Bool) {
            for name in names {
                for suffix in ColumnAliases.grams {
                    add(name + suffix, Meaning(field: field, isOfOneArticle: isOfOneArticle))
                }
                for suffix in ColumnAliases.kilograms {
                    add(
                        name + suffix,
                        Meaning(field: field, unit: .kilograms, isOfOneArticle: isOfOneArticle)
                    )
                }
                add(name, Meaning(field: field, unit: .inCell, isOfOneArticle: isOfOneArticle))
            }
        }
        addWeights(ColumnAliases.grossWeights, .item(.grossWeight), isOfOneArticle: false)
        addWeights(ColumnAliases.lineWeights, .line(.lineNetWeight), isOfOneArticle: false)
        addWeights(ColumnAliases.unitWeights, .line(.lineNetWeight), isOfOneArticle: true)
        for (field, names) in ColumnAliases.sizes {
            for name in names {
                ColumnAliases.millimetres.forEach { add(name + $0, Meaning(field: .item(field))) }
                ColumnAliases.centimetres.forEach {
                    add(name + $0, Meaning(field: .item(field), unit: .centimetres))
                }
                add(name, Meaning(field: .item(field), unit: .inCell))
            }
        }
    }
}

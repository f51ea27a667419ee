import Mail

/// A party's name and address, line by line, as large as its lines allow.
struct PartyBlock {
    enum Side {
        case sender
        case addressee
    }

    /// What else the block says below the address.
    struct Extras: OptionSet {
        let rawValue: Int
        static let phone = Extras(rawValue: 1)
        static let taxIDs = Extras(rawValue: 2)
    }

    private struct Row {
        let text: String
        let field: FieldName
        var face = Face.sans
    }

    private let rows: [Row]
    /// The type below which an address is not read; a block that needs it does not fit.
    private static let least = 4.0

    init(_ party: Party, _ side: Side, _ languages: FormLanguages, _ extras: Extras = []) {
        let fields = Fields(side)
        var rows: [Row] = []
        if let company = party.company, party.name == nil {
            rows.append(Row(text: company, field: fields.company, face: .bold))
        }
        if let name = party.name {
            rows.append(Row(text: name, field: fields.name, face: .bold))
            if let company = party.company {
                rows.append(Row(text: company, field: fields.company))
            }
        }
        for (index, line) in party.lines.enumerated() {
            rows.append(Row(text: line, field: fields.line(index)))
        }
        // A region stands in a line of its own while there are few lines.
        let isCrowded = rows.count > 4
        var place = [party.postcode, party.locality.isEmpty ? nil : party.locality]
            .compactMap { $0 }.joined(separator: "  ")
        if isCrowded, let region = party.region { place += ", " + region }
        if !place.isEmpty { rows.append(Row(text: place, field: fields.locality)) }
        if !isCrowded, let region = party.region {
            rows.append(Row(text: region, field: fields.region))
        }
        rows.append(
            Row(text: languages.country(party.country), field: fields.country, face: .bold)
        )
        if extras.contains(.phone), let phone = party.phone {
            rows.append(Row(text: "Tel. \(phone)", field: fields.phone))
        }
        if extras.contains(.taxIDs) {
            for (index, id) in party.taxIDs.enumerated() {
                rows.append(Row(text: "\(id.kind) \(id.value)", field: fields.taxID(index)))
            }
        }
        self.rows = rows
    }

    var rowCount: Int { rows.count }

    /// The marks of the block in a box: in `points` where there is room for its rows and `beside`,
    /// those of a block that stands next to it; smaller where not, and below `least` a line is
    /// reported as too long.
    func marks(
        in box: Box,
        points: Double,
        least: Double = 5.4,
        beside: Int = 0
    ) -> [Mark] {
        // Twice, because a block with more lines has smaller type, of which a line holds more.
        let wanted = Length.points(points * 1.2)
        var pitch = wanted
        var lines: [Int] = []
        for _ in 0..<2 {
            let letter = max(pitch.value * 36 / 100, Length.points(least * 0.6).value)
            let letters = max(8, box.width.value / letter)
            lines = rows.map { min(3, RowHeights.lines($0.text, perLine: letters)) }
            pitch = min(wanted, box.height / max(lines.reduce(0, +), beside))
        }
        // The size whose capitals and descenders stay inside the pitch.
        let size = max(Self.least, Double(pitch.value) / 1.2 / 25_400 * 72)
        var top = box.top
        return zip(rows, lines)
            .map { row, lines in
                let place = Box(
                    origin: Point(x: box.left, y: top),
                    size: Size(width: box.width, height: pitch * lines)
                )
                top = place.bottom
                let style = TextStyle(
                    row.face,
                    points: size,
                    shrinkTo: min(size, least),
                    align: .left,
                    vertical: .middle,
                    maxLines: lines,
                    leading: 114
                )
                return .text(row.text, in: place, style, field: row.field)
            }
    }
}

extension PartyBlock {
    /// Where the values of a party stand in a lodgement.
    struct Fields {
        private let side: Side

        init(_ side: Side) { self.side = side }

        var name: FieldName { pick("/sender/name", "/addressee/name") }
        var company: FieldName { pick("/sender/company", "/addressee/company") }
        var locality: FieldName { pick("/sender/locality", "/addressee/locality") }
        var region: FieldName { pick("/sender/region", "/addressee/region") }
        var country: FieldName { pick("/sender/country", "/addressee/country") }
        var phone: FieldName { pick("/sender/phone", "/addressee/phone") }
        var email: FieldName { pick("/sender/email", "/addressee/email") }

        func line(_ index: Int) -> FieldName {
            pick("/sender/lines/*", "/addressee/lines/*", at: index)
        }

        func taxID(_ index: Int) -> FieldName {
            pick("/sender/taxIDs/*/value", "/addressee/taxIDs/*/value", at: index)
        }

        private func pick(
            _ sender: StaticString,
            _ addressee: StaticString,
            at index: Int = 0
        ) -> FieldName {
            FieldName(side == .sender ? sender : addressee, at: index)
        }
    }
}

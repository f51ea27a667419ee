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
        let place = [party.postcode, party.locality.isEmpty ? nil : party.locality]
            .compactMap { $0 }.joined(separator: "  ")
        if !place.isEmpty { rows.append(Row(text: place, field: fields.locality)) }
        if let region = party.region { rows.append(Row(text: region, field: fields.region)) }
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

    /// The marks of the block in a box: in `points` where there is room, smaller where not, and
    /// below `least` a line is reported as too long.
    func marks(in box: Box, points: Double, least: Double = 5.4) -> [Mark] {
        let wanted = Length.points(points * 1.2)
        let pitch = min(wanted, box.height / rows.count)
        // The size whose capitals and descenders stay inside the pitch.
        let size = Double(pitch.value) / 1.2 / 25_400 * 72
        return rows.enumerated()
            .map { index, row in
                let line = Box(
                    origin: Point(x: box.left, y: box.top + pitch * index),
                    size: Size(width: box.width, height: pitch)
                )
                let style = TextStyle(
                    row.face,
                    points: size,
                    shrinkTo: min(size, least),
                    align: .left,
                    vertical: .middle
                )
                return .text(row.text, in: line, style, field: row.field)
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

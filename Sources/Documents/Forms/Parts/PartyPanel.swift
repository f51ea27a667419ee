import Mail

/// A party on the forms of 210 × 148 mm: address at the left, telephone and e-mail at the right.
struct PartyPanel {
    private let side: PartyBlock.Side
    private let top: Double
    static let left = 5.0
    static let right = 103.0
    static let height = 21.6
    private static let split = 70.0

    init(_ side: PartyBlock.Side, top: Double) {
        self.side = side
        self.top = top
    }

    func draw(with pen: inout FormPen) {
        let title = side == .sender ? CommonTexts.from : CommonTexts.to
        pen.caption(title, in: .millimetres(Self.left, top + 0.9, 40, 2.8), points: 7)
        let used = Self.left + 31
        pen.stacked(
            CommonTexts.partyParts,
            in: .millimetres(used, top + 0.5, Self.right - used - 1, 3.9),
            points: 4.4,
            align: .right
        )
        let column = Self.split + 1.4
        pen.down(Self.split, from: top + 5.6, to: top + Self.height - 1)
        pen.caption(
            CommonTexts.telephone,
            in: .millimetres(column, top + 5.6, 31, 2.4),
            points: 5
        )
        pen.caption(CommonTexts.email, in: .millimetres(column, top + 12.6, 31, 2.4), points: 5)
    }

    func marks(_ paper: Paper) -> [Mark] {
        let party = side == .sender ? paper.item.sender : paper.item.addressee
        let fields = PartyBlock.Fields(side)
        let width = Self.split - Self.left - 1
        var marks = PartyBlock(party, side, paper.languages)
            .marks(
                in: .millimetres(Self.left, top + 4.6, width, Self.height - 5.2),
                points: 9,
                least: 4.6
            )
        let column = Self.split + 1.4
        if let phone = party.phone {
            marks.append(
                .text(
                    phone,
                    in: .millimetres(column, top + 8, 31, 3.6),
                    FormStyle.entry(8),
                    field: fields.phone
                )
            )
        }
        if let email = party.email {
            marks.append(
                .text(
                    email,
                    in: .millimetres(column, top + 15, 31, 5.8),
                    FormStyle.entry(7.5, least: 4.2, vertical: .top, lines: 2),
                    field: fields.email
                )
            )
        }
        return marks
    }
}

package import Mail

/// That documents of an item were printed again: what its cover slip says.
package struct Reprint: Hashable, Sendable {
    /// Which reprint of the item it is, counted from 1.
    package let number: Int
    package let kinds: [DocumentKind]
    package let at: Moment

    package init(number: Int, kinds: [DocumentKind], at: Moment) {
        self.number = number
        self.kinds = kinds
        self.at = at
    }

    package static func fileName(_ id: ItemID) -> String { "\(id.text)-cover.pdf" }
}

/// The slip that lies on top of documents printed again, A6.
///
/// The documents themselves stay the same bytes, so what tells a copy from the first is said here
/// (design.md §7). It bears no bar code: nobody scans a slip for an item.
enum CoverSlip {
    static let size = Size.a6
    private static let left = 6.0
    private static let right = 99.0
    private static let column = 36.0

    private enum Y {
        static let head = 17.0
        static let copy = 45.0
        static let rows = 47.0
        static let pitch = 6.2
        static let files = 79.4
        static let closing = 130.4
    }

    private static let captions = [
        CommonTexts.itemNumber, CoverSlipTexts.product, CoverSlipTexts.destination,
        CoverSlipTexts.recorded, CoverSlipTexts.printedAgain,
    ]

    static func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.band(in: .millimetres(66, 35.2, 33, 7.6), with: &pen)
        }
        pen.stacked(
            CoverSlipTexts.title,
            in: .millimetres(56, 7.4, right - 56, 8),
            points: 6.6,
            align: .right
        )
        pen.across(Y.head, from: left, to: right, width: FormStyle.heavy)
        pen.across(Y.copy, from: left, to: right, width: FormStyle.thin)
        for (index, text) in captions.enumerated() {
            let top = Y.rows + Double(index) * Y.pitch
            pen.stacked(
                text,
                in: .millimetres(left, top, column - left - 2, 5.2),
                points: 6
            )
        }
        pen.across(Y.files - 0.8, from: left, to: right, width: FormStyle.thin)
        pen.caption(
            CoverSlipTexts.files,
            in: .millimetres(left, Y.files + 0.8, right - left, 3),
            points: 6.6
        )
        pen.across(Y.closing, from: left, to: right, width: FormStyle.thin)
        for (index, language) in [pen.languages.first, pen.languages.second].enumerated() {
            pen.text(
                CoverSlipTexts.sameBytes[language],
                in: .millimetres(left, Y.closing + 1.4 + Double(index) * 6.4, right - left, 5.8),
                FormStyle.prose(6, face: index == 0 ? .bold : .sans, lines: 2)
            )
        }
    }
}

// What one slip says.
extension CoverSlip {
    static func marks(_ paper: Paper, _ reprint: Reprint) -> [Mark] {
        let languages = paper.languages
        let product = LabelTexts.product(paper.item.product)
        let copy = CoverSlipTexts.copy
        var marks: [Mark] = [
            .text(
                paper.office.operatorName,
                in: .millimetres(left, 6, 48, 9),
                TextStyle(
                    .bold,
                    points: 11,
                    shrinkTo: 6,
                    align: .left,
                    vertical: .middle,
                    maxLines: 2,
                    leading: 108
                )
            ),
            .text(
                "\(copy[languages.first].uppercased()) \(reprint.number)",
                in: .millimetres(left, 20, 59, 15),
                FormStyle.heading(38)
            ),
        ]
        if copy[languages.first] != copy[languages.second] {
            marks.append(
                .text(
                    "\(copy[languages.second].uppercased()) \(reprint.number)",
                    in: .millimetres(left, 36, 59, 7),
                    FormStyle.heading(16, face: .sans)
                )
            )
        }
        let values = [
            paper.id.spaced, product[languages.first],
            languages.country(paper.item.addressee.country), paper.lodgedAt.slipText,
            reprint.at.slipText,
        ]
        for (index, value) in values.enumerated() {
            marks.append(
                .text(
                    value,
                    in: .millimetres(column, Y.rows + Double(index) * Y.pitch, right - column, 5),
                    index == 0
                        ? FormStyle.heading(13, align: .left)
                        : FormStyle.entry(9, least: 5, align: .left)
                )
            )
        }
        return marks + files(paper, reprint)
    }

    /// The names of the files, as many to a column as there are kinds at most.
    private static func files(_ paper: Paper, _ reprint: Reprint) -> [Mark] {
        let pitch = min(4.4, (Y.closing - Y.files - 5.4) / Double(max(1, reprint.kinds.count)))
        return reprint.kinds.enumerated()
            .map { index, kind in
                .text(
                    kind.fileName(paper.id),
                    in: .millimetres(
                        left,
                        Y.files + 4.8 + Double(index) * pitch,
                        right - left,
                        pitch
                    ),
                    FormStyle.entry(8, least: 5, align: .left)
                )
            }
    }
}

extension Moment {
    /// Day and time to the minute, in the time zone that every office shares.
    fileprivate var slipText: String {
        let text = self.text
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}

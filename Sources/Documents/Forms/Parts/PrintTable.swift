package import Mail

/// What an operator decides about printing: how many copies of what, on which label.
package struct PrintTable: Hashable, Sendable {
    /// Copies by document; one of each that is not named.
    package var copies: [DocumentKind: Int]
    package var label: LabelFormat
    /// Whether a CN 22 has its instructions on the back, as a second page.
    package var instructionsOnBack: Bool

    package init(
        copies: [DocumentKind: Int] = [:],
        label: LabelFormat = .mm100x150,
        instructionsOnBack: Bool = true
    ) {
        precondition(copies.values.allSatisfy { $0 > 0 }, "a document has at least one copy")
        self.copies = copies
        self.label = label
        self.instructionsOnBack = instructionsOnBack
    }

    package static let standard = PrintTable()

    package func copies(of kind: DocumentKind) -> Int { copies[kind, default: 1] }
}

extension PrintTable {
    /// This table with what was recorded of an item: the copies of its form and its label stock.
    func recorded(_ record: ItemRecord) -> PrintTable {
        var table = self
        if record.copies > 1, let form = record.decision.form.document {
            table.copies[form] = record.copies
        }
        if record.label != .mm100x150 { table.label = record.label }
        return table
    }
}

extension LabelFormat {
    /// Width and height in millimetres.
    var millimetres: (width: Double, height: Double) {
        switch self {
        case .mm100x150: (100, 150)
        case .a6: (105, 148)
        }
    }
}

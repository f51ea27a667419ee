import Mail

/// The documents of an item as display lists: which sheets a kind has and what each says.
struct Drawing {
    let stationery: Stationery

    /// A document as it is printed, in as many copies as the operator's table says.
    ///
    /// - Throws: ``FitReport`` when a form itself cannot be set.
    func document(_ kind: DocumentKind, _ paper: Paper) throws -> DrawnDocument {
        let sheets = try sheets(kind, paper)
        let copies = paper.table.copies(of: kind)
        return DrawnDocument(
            title: "\(paper.id.text) \(kind.rawValue.prefix { $0 != "." })",
            language: paper.office.language.rawValue,
            sheets: copies == 1 ? sheets : (0..<copies).flatMap { _ in sheets }
        )
    }

    func sheets(_ kind: DocumentKind, _ paper: Paper) throws -> [Sheet] {
        switch kind {
        case .cn22: try cn22(paper)
        case .cn23: try declaration(paper, .single)
        case .cp72: try set(paper)
        case .invoice: try invoice(paper)
        case .label, .label203ZPL, .label300ZPL, .label203PNG, .label300PNG: [try label(paper)]
        case .itmattEDI, .itmattJSON:
            preconditionFailure("\(kind.rawValue) is a message, not a document")
        }
    }

    /// The slip that goes on top of documents printed again.
    func coverSlip(_ paper: Paper, _ reprint: Reprint) throws -> DrawnDocument {
        DrawnDocument(
            title: "\(paper.id.text) cover",
            language: paper.office.language.rawValue,
            sheets: [
                Sheet(
                    on: try stationery.side(.coverSlip, paper.office),
                    marks: CoverSlip.marks(paper, reprint)
                )
            ]
        )
    }

    func label(_ paper: Paper) throws -> Sheet {
        let label = ItemLabel(paper.table.label, withCN22: paper.decision.form == .cn22)
        return Sheet(
            on: try stationery.side(label.side, paper.office),
            marks: label.marks(paper)
        )
    }

    private func cn22(_ paper: Paper) throws -> [Sheet] {
        let hasBack = paper.table.instructionsOnBack
        let form = CN22(hasBack: hasBack)
        let front = Sheet(
            on: try stationery.side(hasBack ? .cn22WithBack : .cn22, paper.office),
            marks: form.marks(paper)
        )
        guard hasBack else { return [front] }
        return [front, Sheet(on: try stationery.side(.cn22Back, paper.office), marks: [])]
    }

    /// A CN 23 and as many continuation sheets as its lines need.
    private func declaration(_ paper: Paper, _ part: CN23.Part) throws -> [Sheet] {
        let lines = paper.declaration.lines
        let first = CN23.table.page(lines[...])
        var pages: [(rows: Range<Int>, heights: [Length])] = []
        var next = first.count
        while next < lines.count {
            let page = CN23Continuation.table.page(lines[next...])
            pages.append((next..<next + page.count, page.heights))
            next += page.count
        }
        let side: FormSide = part == .single ? .cn23 : .cp72Declaration
        let more: FormSide = part == .single ? .cn23Continuation : .cp72Continuation
        var sheets = [
            Sheet(
                on: try stationery.side(side, paper.office),
                marks: CN23(part).marks(paper, rows: first.count, first.heights)
            )
        ]
        for (index, page) in pages.enumerated() {
            sheets.append(
                Sheet(
                    on: try stationery.side(more, paper.office),
                    marks: CN23Continuation(part)
                        .marks(
                            paper,
                            page.rows,
                            page.heights,
                            sheet: index + 2,
                            of: pages.count + 1
                        )
                )
            )
        }
        return sheets
    }

    /// A CP 72 set: the dispatch note CP 71, then the declaration.
    private func set(_ paper: Paper) throws -> [Sheet] {
        let declarations = paper.item.declaration == nil ? [] : try declaration(paper, .partOfCP72)
        let note = Sheet(
            on: try stationery.side(.cp71, paper.office),
            marks: CP71.marks(paper, declarations: declarations.count)
        )
        return [note] + declarations
    }

    private func invoice(_ paper: Paper) throws -> [Sheet] {
        let lines = paper.declaration.lines
        var pages: [(rows: Range<Int>, heights: [Length])] = []
        var next = 0
        while next < lines.count {
            let heights = CommercialInvoice.table.page(lines[next...])
            pages.append((next..<next + heights.count, heights))
            next += heights.count
        }
        let template = try stationery.side(.invoice, paper.office)
        return pages.enumerated()
            .map { index, page in
                Sheet(
                    on: template,
                    marks: CommercialInvoice.marks(
                        paper,
                        page.rows,
                        page.heights,
                        page: index + 1,
                        of: pages.count
                    )
                )
            }
    }
}

package import Mail

/// Makes the documents of items: the same record, office, print table and edition give the same
/// bytes on every machine, for ever.
///
/// One per thread; the ``Stationery`` behind it is shared.
package final class DocumentSet {
    private let drawing: Drawing
    private let table: PrintTable
    private let press: Press
    private let raster: RasterPress

    package init(_ stationery: Stationery, table: PrintTable = .standard) {
        drawing = Drawing(stationery: stationery)
        self.table = table
        press = Press(stationery.fonts)
        raster = RasterPress(press)
    }

    /// The documents that an item has, messages left out: the form by its decision, the invoice for
    /// commercial goods, the label always.
    package static func kinds(of record: ItemRecord) -> [DocumentKind] {
        kinds(of: record.item, record.decision)
    }

    static func kinds(of item: MailItem, _ decision: FormDecision) -> [DocumentKind] {
        var kinds: [DocumentKind] = []
        if let form = decision.form.document { kinds.append(form) }
        if item.isInvoiced { kinds.append(.invoice) }
        return kinds + [.label, .label203ZPL, .label300ZPL, .label203PNG, .label300PNG]
    }

    /// The documents of an item, in the order asked.
    ///
    /// - Throws: ``FitReport`` when a text cannot be set (what was checked at lodgement can),
    ///   ``AssetFault`` when a font is not what its edition names.
    package func documents(
        for source: DocumentSource,
        kinds: [DocumentKind]
    ) throws -> [(kind: DocumentKind, bytes: [UInt8])] {
        let paper = Paper(source, table.recorded(source.record))
        return try kinds.map { ($0, try document($0, paper)) }
    }

    /// One document of an item.
    package func document(_ kind: DocumentKind, for source: DocumentSource) throws -> [UInt8] {
        try document(kind, Paper(source, table.recorded(source.record)))
    }

    /// The slip that goes on top of an item's documents printed again.
    ///
    /// - Throws: as ``document(_:for:)``.
    package func coverSlip(_ reprint: Reprint, for source: DocumentSource) throws -> [UInt8] {
        let paper = Paper(source, table.recorded(source.record))
        return try press.pdf(drawing.coverSlip(paper, reprint))
    }

    /// One document as a display list.
    func drawn(_ kind: DocumentKind, for source: DocumentSource) throws -> DrawnDocument {
        try drawing.document(kind, Paper(source, table.recorded(source.record)))
    }

    /// An empty file for many documents.
    func merged(
        title: String,
        language: String,
        sink: @escaping ([UInt8]) throws -> Void
    ) -> MergedPDF {
        MergedPDF(press, title: title, language: language, sink: sink)
    }

    private func document(_ kind: DocumentKind, _ paper: Paper) throws -> [UInt8] {
        switch kind {
        case .label203ZPL: try zpl(paper, .dpi203)
        case .label300ZPL: try zpl(paper, .dpi300)
        case .label203PNG: try png(paper, .dpi203)
        case .label300PNG: try png(paper, .dpi300)
        default: try press.pdf(drawing.document(kind, paper))
        }
    }

    private func png(_ paper: Paper, _ resolution: Resolution) throws -> [UInt8] {
        let bitmap = try raster.bitmap(drawing.label(paper), resolution, bars: true)
        return PNG.encode(bitmap, dotsPerMetre: resolution.dotsPerMetre)
    }

    private func zpl(_ paper: Paper, _ resolution: Resolution) throws -> [UInt8] {
        let label = ItemLabel(paper.table.label, withCN22: paper.decision.form == .cn22)
        let picture = try raster.bitmap(drawing.label(paper), resolution, bars: false)
        return ZPLLabel.encode(
            paper.id,
            picture: picture,
            bars: BarDots(label.bars(paper.id), resolution),
            copies: paper.table.copies(of: resolution == .dpi203 ? .label203ZPL : .label300ZPL)
        )
    }
}

extension MailItem {
    /// Whether a commercial invoice goes with the item: goods sold, sampled or returned, by a
    /// business or with an invoice number.
    var isInvoiced: Bool {
        guard let declaration else { return false }
        return switch declaration.nature {
        case .sale, .sample, .returned:
            senderKind == .business || declaration.invoice != nil
        case .documents, .gift, .other, .correspondence, .mixed: false
        }
    }
}

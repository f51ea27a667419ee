package import Mail

/// One file of the same kind of document for many items, handed on piece by piece.
package final class MergedDocuments {
    private enum Writer {
        case pdf(MergedPDF)
        case zpl(([UInt8]) throws -> Void)
    }

    private let set: DocumentSet
    private let kind: DocumentKind
    private let writer: Writer

    /// Whether documents of that kind can stand in one file: pictures cannot.
    package static func canMerge(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .cn22, .cn23, .cp72, .invoice, .label, .label203ZPL, .label300ZPL: true
        case .label203PNG, .label300PNG, .itmattEDI, .itmattJSON: false
        }
    }

    /// - Precondition: ``canMerge(_:)``.
    package init(
        _ set: DocumentSet,
        _ kind: DocumentKind,
        office: OfficeProfile,
        sink: @escaping ([UInt8]) throws -> Void
    ) {
        precondition(Self.canMerge(kind), "documents \(kind.rawValue) cannot stand in one file")
        self.set = set
        self.kind = kind
        writer =
            switch kind {
            case .label203ZPL, .label300ZPL: .zpl(sink)
            default:
                .pdf(
                    set.merged(
                        title: "\(office.operatorName) \(kind.rawValue)",
                        language: office.language.rawValue,
                        sink: sink
                    )
                )
            }
    }

    /// Adds an item's document.
    ///
    /// - Throws: as ``DocumentSet/document(_:for:)``, with nothing added, or what the sink throws.
    package func add(_ source: DocumentSource) throws {
        switch writer {
        case .pdf(let file): try file.add(set.drawn(kind, for: source))
        case .zpl(let sink): try sink(set.document(kind, for: source))
        }
    }

    /// Closes the file, which holds at least one document.
    ///
    /// - Throws: what the sink throws.
    package func finish() throws {
        if case .pdf(let file) = writer { try file.finish() }
    }
}

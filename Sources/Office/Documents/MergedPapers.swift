import Documents
package import Mail

/// The documents of one kind of many items as one file, handed on while it is made.
///
/// Set in one edition, the one of new items: as `posthorn lodge --merged` writes it. It is nobody's
/// document of record; those are each item's own.
package final class MergedPapers {
    private enum Maker {
        case documents(MergedDocuments)
        case messages(MessageStep)
    }

    private let maker: Maker
    private let pieces: Pieces

    /// What was made and not handed on.
    private final class Pieces {
        var bytes: [UInt8] = []
    }

    /// Whether documents of that kind can stand in one file: pictures and JSON cannot.
    package static func canMerge(_ kind: DocumentKind) -> Bool {
        kind == .itmattEDI || MergedDocuments.canMerge(kind)
    }

    /// - Precondition: ``canMerge(_:)``.
    init(_ kind: DocumentKind, _ print: PrintStep, office: OfficeProfile) {
        let pieces = Pieces()
        self.pieces = pieces
        maker =
            kind == .itmattEDI
            ? .messages(print.messages)
            : .documents(
                MergedDocuments(DocumentSet(print.stationery), kind, office: office) { bytes in
                    pieces.bytes += bytes
                }
            )
    }

    /// Adds an item's document each and returns what of the file is ready; for messages, an
    /// interchange for each destination.
    package func add(_ records: [ItemRecord]) throws -> [UInt8] {
        switch maker {
        case .documents(let documents):
            for record in records { try documents.add(DocumentSource(record)) }
        case .messages(let step):
            let destinations = Dictionary(grouping: records, by: \.item.addressee.country)
            for (_, records) in destinations.sorted(by: { $0.key < $1.key }) {
                pieces.bytes += try step.edifact(records)
            }
        }
        return taken()
    }

    /// Ends the file and returns what is left of it.
    ///
    /// - Precondition: something was added.
    package func finish() throws -> [UInt8] {
        if case .documents(let documents) = maker { try documents.finish() }
        return taken()
    }

    private func taken() -> [UInt8] {
        defer { pieces.bytes = [] }
        return pieces.bytes
    }
}

extension ServedOffice {
    /// A file for documents of that kind.
    ///
    /// - Precondition: ``MergedPapers/canMerge(_:)``.
    package func merged(_ kind: DocumentKind) throws -> MergedPapers {
        MergedPapers(kind, try stationery.print(edition), office: profile)
    }
}

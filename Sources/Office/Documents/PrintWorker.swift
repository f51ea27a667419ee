import Documents
import FoundationEssentials
import Ledger
import Mail
import Rules

/// One core's worth of checking and printing: owns what must not be shared between threads.
actor PrintWorker {
    private let documents: DocumentSet
    private let fit: FitCheck
    private let messages: MessageStep
    private let printing: PrintingEdition

    init(
        _ stationery: Stationery,
        _ messages: MessageStep,
        _ label: LabelFormat,
        _ printing: PrintingEdition
    ) {
        documents = DocumentSet(stationery)
        fit = FitCheck(stationery, table: PrintTable(label: label))
        self.messages = messages
        self.printing = printing
    }

    func coverSlip(_ reprint: Reprint, of record: ItemRecord) throws -> [UInt8] {
        try documents.coverSlip(reprint, for: DocumentSource(record))
    }

    /// Runs the rules, then asks the papers and the message whether they can carry the item.
    func check(
        _ lodgings: [Lodging],
        _ checker: Checker,
        _ context: CheckContext,
        _ now: Moment
    ) throws -> [CheckStep.Result] {
        try lodgings.map { lodging in
            let outcome = checker.check(lodging.lodgement, context, read: lodging.findings)
            return CheckStep.Result(
                lodging: lodging,
                digest: lodging.lodgement.contentDigest,
                outcome: try papers(outcome, context.office, now)
            )
        }
    }

    private func papers(
        _ outcome: CheckOutcome,
        _ office: OfficeProfile,
        _ now: Moment
    ) throws -> CheckOutcome {
        guard case .checked(let checked) = outcome else { return outcome }
        let findings =
            try fit.findings(
                for: checked.item,
                decision: checked.decision,
                office: office,
                lodgedAt: now
            )
            + messages.findings(checked.item)
        guard !findings.isEmpty else { return outcome }
        return .refused(Report(checked.report.findings + findings))
    }

    /// The files of each order.
    func files(_ orders: [PrintOrder]) throws -> [[IssuedFile]] { try orders.map(files) }

    /// Writes the files of each order and returns the digests that are new.
    ///
    /// A file that differs from what was issued is not written, nor is any after it.
    func issue(_ orders: [PrintOrder], into folder: OutputFolder) throws -> [DocumentsIssued?] {
        try orders.map { order in
            let files = try files(order)
            let new = try IssueStep(printing).compare(files, of: order)
            for file in files {
                try folder.write(file.bytes, to: file.kind.fileName(order.record.id))
            }
            return new
        }
    }

    private func files(_ order: PrintOrder) throws -> [IssuedFile] {
        let source = DocumentSource(order.record)
        return try order.kinds.map { kind in
            let bytes =
                switch kind {
                case .itmattEDI: try messages.edifact([order.record])
                case .itmattJSON: try messages.json(order.record)
                default: try documents.document(kind, for: source)
                }
            return IssuedFile(kind: kind, bytes: bytes)
        }
    }
}

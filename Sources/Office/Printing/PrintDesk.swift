import Documents
package import Mail

/// What was handed to a printer.
package struct PrintJob: Hashable, Sendable {
    package let printer: String
    /// Nothing for a cover slip.
    package let kind: DocumentKind?
    /// The file's name, as a folder shows it.
    package let name: String
}

/// Sends documents to the office's printers.
package struct PrintDesk: Sendable {
    package let printers: [Printer]

    package init(_ printers: [Printer]) {
        self.printers = printers
    }

    /// Which of an item's documents goes to which printer.
    ///
    /// Without kinds, everything that a printer is set up for; a kind that several are set up for
    /// goes to the first.
    ///
    /// - Throws: ``PrintRefusal``.
    package func plan(
        _ kinds: [DocumentKind]?,
        of available: [DocumentKind],
        to name: String?
    ) throws(PrintRefusal) -> [(kind: DocumentKind, printer: Printer)] {
        if let missing = kinds?.first(where: { !available.contains($0) }) {
            throw .kindMissing(missing)
        }
        let named = try name.map { name throws(PrintRefusal) in try printer(name) }
        var plan: [(kind: DocumentKind, printer: Printer)] = []
        for kind in kinds ?? available {
            if let named {
                if named.kinds.contains(kind) || (kinds != nil && named.takes(kind)) {
                    plan.append((kind, named))
                } else if kinds != nil {
                    throw .notItsKind(named.name, kind)
                }
            } else if let printer = printers.first(where: { $0.kinds.contains(kind) }) {
                plan.append((kind, printer))
            } else if kinds != nil {
                throw .noRoute(kind)
            }
        }
        return plan
    }

    package func printer(_ name: String) throws(PrintRefusal) -> Printer {
        guard let printer = printers.first(where: { $0.name == name }) else {
            throw .printerUnknown(name, known: printers.map(\.name))
        }
        return printer
    }

    /// Sends one file to one printer; it returns when the printer has taken it.
    ///
    /// - Throws: ``PrintRefusal`` `unreachable`.
    package func send(
        _ file: IssuedFile,
        of item: ItemID,
        to printer: Printer
    ) async throws -> PrintJob {
        let name = file.kind.fileName(item)
        try await send(file.bytes, file.kind, named: name, to: printer)
        return PrintJob(printer: printer.name, kind: file.kind, name: name)
    }

    /// Sends the slip that says which copy was printed: to a printer that got some of it, or to
    /// any other that takes a PDF.
    ///
    /// - Throws: ``PrintRefusal`` `unreachable`.
    /// - Returns: Nothing where no printer of the office takes a PDF.
    package func sendCover(
        _ slip: [UInt8],
        of item: ItemID,
        near printed: [Printer]
    ) async throws -> PrintJob? {
        guard let printer = (printed + printers).first(where: { $0.takes(.label) }) else {
            return nil
        }
        let name = Reprint.fileName(item)
        try await send(slip, .label, named: name, to: printer)
        return PrintJob(printer: printer.name, kind: nil, name: name)
    }

    func send(
        _ bytes: [UInt8],
        _ kind: DocumentKind,
        named name: String,
        to printer: Printer
    ) async throws {
        let bytes =
            kind.dotsPerMillimetre.map {
                printer.offset.applied(to: bytes, dotsPerMillimetre: $0)
            } ?? bytes
        switch printer.way {
        case .folder(let folder): try PrintFolder(folder, of: printer.name).drop(bytes, as: name)
        case .zpl(let host, let port):
            try await PrinterPort(host: host, port: port, of: printer.name).send(bytes)
        }
    }
}

extension ServedOffice {
    package var printing: PrintDesk { PrintDesk(settings.printers) }

    /// Prints documents of an item; what was printed before is recorded as printed again.
    ///
    /// Without kinds, everything that a printer is set up for. A printer that fails stops it: what
    /// was sent before was printed.
    ///
    /// - Throws: ``PrintRefusal``, ``OfficeFault``, ``DeskRefusal``.
    package func print(
        _ item: RecordedItem,
        _ kinds: [DocumentKind]? = nil,
        to name: String? = nil
    ) async throws -> [PrintJob] {
        let plan = try printing.plan(kinds, of: PrintStep.all(for: item.record), to: name)
        let papers = try await printed(item, kinds: plan.map(\.kind))
        var jobs: [PrintJob] = []
        for (file, row) in zip(papers.files, plan) {
            jobs.append(try await printing.send(file, of: item.record.id, to: row.printer))
        }
        if let cover = papers.cover,
            let job = try await printing.sendCover(
                cover,
                of: item.record.id,
                near: plan.map(\.printer)
            )
        {
            jobs.append(job)
        }
        return jobs
    }
}

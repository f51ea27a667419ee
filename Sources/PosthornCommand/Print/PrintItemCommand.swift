import ArgumentParser
import Mail
import Office

struct PrintItemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "Prints an item's documents; what was issued before is recorded as a reprint."
    )

    @Argument(help: "The item: an S10, or an office item number (PH…).")
    var item: ItemArgument

    @OptionGroup var office: OfficeOption

    @Option(help: "The printer; as the settings route each document where nothing is said.")
    var printer: String?

    @Option(help: "A document to print, such as label-203.zpl; give it again for more.")
    var kind: [String] = []

    func run() async throws {
        let kinds = try kind.map { text in
            guard let kind = DocumentKind(rawValue: text) else {
                throw CommandFailure(
                    .usage,
                    "no document '\(text)'",
                    hint: DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            return kind
        }
        let settings = try OfficeReading.settings(office.directory, sources: .process)
        let desk = PrintDesk(settings.printers)
        do {
            let (plan, papers) = try await issue(kinds.isEmpty ? nil : kinds, desk)
            if plan.isEmpty {
                Terminal.note("no printer is set up for any document of \(item.id.text)")
            }
            for (file, row) in zip(papers.files, plan) {
                let job = try await desk.send(file, of: item.id, to: row.printer)
                Terminal.say("\(job.printer)  \(job.name)")
            }
            try await sendCover(papers, plan.map(\.printer), desk)
        } catch let refusal as PrintRefusal {
            throw refusal.failure
        }
    }

    /// The slip that says which copy it is; where no printer takes it, that is said.
    private func sendCover(
        _ papers: ReprintStep.Printed,
        _ printers: [Printer],
        _ desk: PrintDesk
    ) async throws {
        guard let cover = papers.cover, let number = papers.copy else { return }
        if let job = try await desk.sendCover(cover, of: item.id, near: printers) {
            Terminal.say("\(job.printer)  \(job.name)")
        } else {
            Terminal.note(
                "no printer takes the cover slip of COPY \(number)\n"
                    + "hint: `posthorn documents` writes it; add a printer with a folder"
            )
        }
    }

    /// The files as they were recorded, and where each goes; the office is closed again behind.
    private func issue(
        _ kinds: [DocumentKind]?,
        _ desk: PrintDesk
    ) async throws -> (plan: [(kind: DocumentKind, printer: Printer)], papers: ReprintStep.Printed)
    {
        let (item, office) = (item.id, office)
        return try await CommandDesk.use(of: office) { writer in
            guard let found = try await writer.item(item) else {
                throw CommandFailure(.notFound, "no item \(item.text) in \(office.path)")
            }
            let all = PrintStep.all(for: found.record)
            let plan = try desk.plan(kinds, of: all, to: printer)
            let print = try OfficeAssets.printStep(
                office.directory,
                edition: found.record.edition
            )
            let papers = try await ReprintStep(print: print)
                .files(
                    of: found,
                    kinds: plan.map(\.kind),
                    desk: &writer,
                    at: OfficeClock.machine.now()
                )
            return (plan, papers)
        }
    }
}

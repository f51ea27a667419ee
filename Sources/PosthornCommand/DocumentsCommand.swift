import ArgumentParser
import Mail
import Office

struct DocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Writes an item's documents: the same bytes as the first time.",
        discussion: """
            EXAMPLES
              posthorn documents LA990000006GB --office office --out out

            What was issued before is compared with its recorded digest; a difference is refused.
            Documents that were issued before are a reprint: that it happened is recorded, and a
            cover slip, ID-cover.pdf, says which copy it is.
            """
    )

    @Argument(help: "The item: an S10, or an office item number (PH…).")
    var item: ItemArgument

    @OptionGroup var office: OfficeOption

    @Option(help: "The folder to write to.")
    var out: String

    func run() async throws {
        let clock = OfficeClock.machine
        var desk = try await OfficeOpening.open(office.directory, clock: clock)
        guard let found = try await desk.item(item.id) else {
            try await desk.close()
            throw CommandFailure(.notFound, "no item \(item.id.text) in \(office.path)")
        }
        let print = try OfficeAssets.printStep(office.directory, edition: found.record.edition)
        let step = ReprintStep(print: print)
        let printed = try await step.files(
            of: found,
            kinds: PrintStep.all(for: found.record),
            desk: &desk,
            at: clock.now()
        )
        try await desk.close()
        let folder = try OutputFolder(out)
        let files = printed.files.map { ($0.kind.fileName(found.record.id), $0.bytes) }
        for (name, bytes) in files + [printed.cover].compactMap(\.self) {
            try folder.write(bytes, to: name)
            Terminal.say("\(out)/\(name)")
        }
    }
}

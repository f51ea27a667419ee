import ArgumentParser
import Documents
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
    @OptionGroup var remote: RemoteOption

    @Option(help: "The folder to write to.")
    var out: String

    func run() async throws {
        if let client = try remote.client() {
            return try await RemoteRun(client: client).documents(item.id, into: out)
        }
        var desk = try await CommandDesk.open(office.directory)
        let printed: ReprintStep.Printed
        do {
            printed = try await documents(on: &desk)
        } catch {
            try await desk.close()
            throw error
        }
        try await desk.close()
        let folder = try OutputFolder(out)
        let files = printed.files.map { ($0.kind.fileName(item.id), $0.bytes) }
        let cover = printed.cover.map { [(Reprint.fileName(item.id), $0)] }
        for (name, bytes) in files + (cover ?? []) {
            try folder.write(bytes, to: name)
            Terminal.say("\(out)/\(name)")
        }
    }

    private func documents(
        on desk: inout CommandDesk
    ) async throws -> ReprintStep.Printed {
        guard let found = try await desk.item(item.id) else {
            throw CommandFailure(.notFound, "no item \(item.id.text) in \(office.path)")
        }
        let print = try OfficeAssets.printStep(office.directory, edition: found.record.edition)
        return try await ReprintStep(print: print)
            .files(
                of: found,
                kinds: PrintStep.all(for: found.record),
                desk: &desk,
                at: OfficeClock.machine.now()
            )
    }
}

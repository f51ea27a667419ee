import ArgumentParser
import Journal
import Office

struct JournalCheckpointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Prints the signed checkpoint: keep it elsewhere, it proves what stood here.",
        discussion: """
            EXAMPLES
              posthorn journal checkpoint --office office > checkpoint-today
              posthorn journal checkpoint --office office --json
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let journal = office.directory.journal
        do throws(JournalFault) {
            let reader = try JournalReader(directory: journal)
            // Reading the right edge proves that the tiles are those of the checkpoint.
            _ = try reader.tiles()
            let checkpoint = reader.checkpoint.checkpoint
            let progress = try HistoryProgress.of(journal: journal)
            guard json else {
                if let progress { Terminal.note("not back yet: \(progress.text)") }
                return Terminal.write(
                    String(decoding: reader.checkpoint.note.bytes, as: UTF8.self),
                    to: 1
                )
            }
            Terminal.say(
                JSONLine.object([
                    ("origin", JSONLine.text(checkpoint.origin)), ("size", "\(checkpoint.size)"),
                    ("root", JSONLine.text("\(checkpoint.root)")),
                    ("vkey", JSONLine.text(reader.keys.map(\.description).joined(separator: " "))),
                    ("back", progress.map { "\($0.back)" } ?? "null"),
                ])
            )
        } catch {
            throw CommandFailure(error, in: journal)
        }
    }
}

import ArgumentParser
import Office

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Sends an item's documents, or a test page, to the office's printers.",
        discussion: """
            EXAMPLES
              posthorn print LA990000006GB --office office
              posthorn print LA990000006GB --printer counter --kind label-203.zpl --office office
              posthorn print test --printer counter --office office

            Printers stand in office.yaml, each with the documents that go to it:
              printers:
                counter: { zpl: "10.0.0.9:9100", kinds: [label-203.zpl], offset: { x: 1.5, y: -2 } }
                back: { file: /srv/print, kinds: [cn22.pdf, cn23.pdf, invoice.pdf] }

            `file` puts files into a folder; `zpl` sends labels to a port. The offset moves a label
            by so many millimetres to the right and down. The test page shows a ruler of 100 mm.
            """,
        subcommands: [PrintItemCommand.self, PrintTestCommand.self],
        defaultSubcommand: PrintItemCommand.self
    )
}

extension PrintRefusal {
    /// The refusal as the command line says it.
    var failure: CommandFailure {
        let status: ExitStatus =
            switch self {
            case .printerUnknown, .kindMissing: .notFound
            case .noRoute, .notItsKind: .usage
            case .unreachable: .serviceDown
            }
        return CommandFailure(status, description, hint: hint)
    }
}

import ArgumentParser
import Journal
import Mail
import Office

struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replaces a key that may have been read: signing key, identity, recovery key.",
        discussion: """
            EXAMPLES
              posthorn keys rotate --signing --office office
              posthorn keys rotate --identity --office office
              posthorn keys rotate --recovery --office office --out /media/stick/sheets

            --signing: checkpoints are signed with a new key, which the old one introduces; tell
            every witness, and whoever gives --vkey. --identity: data keys are wrapped to a new
            identity of the office. --recovery: a ceremony whose key takes the place of all others.
            """
    )

    enum What: String, EnumerableFlag {
        case signing
        case identity
        case recovery
    }

    @OptionGroup var office: OfficeOption

    @Flag(help: "Which key.")
    var what: What

    @Option(help: "With --recovery: the folder for the sheets, outside the office.")
    var out = "recovery-sheets"

    @Option(help: "With --recovery: a file with the words of a sheet. Give it for each sheet.")
    var confirm: [String] = []

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        switch what {
        case .signing: try await signing()
        case .identity: try await identity()
        case .recovery:
            try await CeremonyFlow(
                office: office.directory,
                mode: .replace,
                out: out,
                confirm: confirm,
                json: json
            )
            .run()
        }
    }

    private func signing() async throws {
        let key = try await KeysCommand.performing {
            try await KeyWork.rotateSigning(office.directory, clock: .machine)
        }
        guard !json else {
            return Terminal.say(JSONText.write(.members([("vkey", .string("\(key)"))])))
        }
        Terminal.say("\(key)")
        Terminal.note("hint: send every witness, and whoever verifies, `posthorn keys notice`")
    }

    private func identity() async throws {
        let done = try await KeysCommand.performing {
            try await KeyWork.rotateIdentity(office.directory, clock: .machine)
        }
        for fault in done.escrow.faults { Terminal.note("escrow not reached: \(fault)") }
        Terminal.say(
            json
                ? JSONText.write(.members([("wrapped", .integer(done.wrapped))]))
                : "data keys wrapped to the office's new identity: \(done.wrapped)"
        )
    }
}

import ArgumentParser
import Mail
import Office

struct PostureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posture",
        abstract: "Whether this office would come back after the worst day. Changes nothing.",
        discussion: """
            EXAMPLES
              posthorn posture --office office
              posthorn posture --office office --json

            It ends with 1 until a key ceremony was held and the keys are in escrow, and below 3
            copies, 2 kinds, 1 off-site, 1 locked or offline, 0 errors.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let lines = try await KeysCommand.performing {
            Posture.judge(
                try await PostureSurvey.facts(
                    office.directory,
                    vaults: try await VaultCopies.facts(office.directory, clock: .machine),
                    clock: .machine
                )
            )
        }
        let holds = Posture.holds(lines)
        if json {
            let list = lines.map { line in
                JSONValue.members([
                    ("subject", .string(line.subject)), ("verdict", .string(line.verdict.rawValue)),
                    ("why", .string(line.why)),
                    ("mend", .text(line.mend.isEmpty ? nil : line.mend)),
                ])
            }
            Terminal.say(
                JSONText.write(.members([("holds", .bool(holds)), ("lines", .array(list))]))
            )
        } else {
            for line in lines { say(line) }
        }
        guard holds else { throw ExitStatus.failed.code }
    }

    private func say(_ line: Posture.Line) {
        let mark =
            switch line.verdict {
            case .ok: "ok   "
            case .fails: "FAILS"
            case .note: "note "
            }
        Terminal.say("\(mark)  \(line.subject): \(line.why)")
        if !line.mend.isEmpty { Terminal.say("       mend: \(line.mend)") }
    }
}

import ArgumentParser
import Mail
import Office

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Names each broken thing of an office, and its fix. Changes nothing.",
        discussion: """
            EXAMPLES
              posthorn doctor --office office
              posthorn doctor --office office --json

            It works with nothing running, and with whatever is left of an office.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let findings = Doctor.examine(office.directory)
        if json {
            Terminal.say(
                JSONText.write(.members([("findings", .array(findings.map(\.json)))]))
            )
        } else {
            for finding in findings {
                let mark =
                    switch finding.verdict {
                    case .well: "ok     "
                    case .warning: "warning"
                    case .broken: "BROKEN "
                    }
                Terminal.say("\(mark)  \(finding.subject): \(finding.detail)")
                if !finding.fix.isEmpty { Terminal.say("         fix: \(finding.fix)") }
            }
        }
        guard !findings.contains(where: { $0.verdict == .broken }) else {
            throw ExitStatus.failed.code
        }
    }
}

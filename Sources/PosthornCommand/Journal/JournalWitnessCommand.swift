import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct JournalWitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Has the journal's checkpoint cosigned by its witnesses, now.",
        discussion: """
            EXAMPLES
              posthorn journal witness --office office
              posthorn journal witness --office office --json

            The witnesses stand in office.yaml: `witnesses: { policy: FILE }`. A served office does
            this by itself. It ends with 75 when a quorum was not reached, and with 7 when a witness
            has seen more of this journal, or another: then keep this copy and do not go on.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let result = try await WitnessHTTP.with { transport in
            try await OfficeWitness.publish(
                office.directory,
                clock: .machine,
                transport: transport
            )
        }
        guard let (outcome, age) = result else {
            throw CommandFailure(
                .notFound,
                "this office names no witness",
                hint: "write `witnesses: { policy: FILE }` into office.yaml"
            )
        }
        say(outcome, age)
        let isContested = outcome.verdicts.values.contains {
            switch $0 {
            case .ahead, .forked: true
            case .cosigned, .refused, .unreachable: false
            }
        }
        if isContested { throw ExitStatus.verificationFailed.code }
        if age.isAlarm { throw ExitStatus.tryAgain.code }
    }

    private func say(_ outcome: WitnessRound.Outcome, _ age: WitnessAge) {
        let verdicts = outcome.verdicts.sorted { $0.key < $1.key }
        guard json else {
            for (name, verdict) in verdicts { Terminal.say("\(name): \(verdict.text)") }
            return Terminal.say(age.text)
        }
        let list = verdicts.map { name, verdict in
            JSONValue.members([
                ("witness", .string(name)), ("verdict", .string(verdict.word)),
                ("detail", .string(verdict.text)),
            ])
        }
        Terminal.say(
            JSONText.write(
                .members([
                    ("size", .integer(Int(clamping: outcome.checkpoint.size.count))),
                    ("witnesses", .array(list)), ("alarm", .bool(age.isAlarm)),
                    ("detail", .string(age.text)),
                ])
            )
        )
    }
}

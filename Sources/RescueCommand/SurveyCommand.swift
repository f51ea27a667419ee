import ArgumentParser
import Vault

struct SurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Says what survives in vaults and copies of them, up to which size, proven how.",
        discussion: """
            EXAMPLES
              posthorn-rescue survey /mnt/vault
              posthorn-rescue survey /mnt/vault /media/stick --policy witnesses.policy
              posthorn-rescue survey /mnt/vault --json

            Reads names and signatures, not yet every byte: `verify` does. No secret is needed.

            Exit status: 0 something can be restored, 4 nothing can.
            """
    )

    @OptionGroup var options: VaultOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await RescueTerminal.run {
            let survey = try await options.survey()
            RescueTerminal.say(json ? survey.json : survey.text)
            guard survey.newest != nil else { throw ExitCode(4) }
        }
    }
}

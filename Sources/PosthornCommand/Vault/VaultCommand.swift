import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct VaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault",
        abstract: "Keeps write-once copies of the journal where this office cannot delete them.",
        subcommands: [
            VaultAddCommand.self, VaultListCommand.self, VaultStatusCommand.self,
            VaultShipCommand.self, VaultVerifyCommand.self, VaultTendCommand.self,
            VaultPromiseCommand.self, VaultFollowCommand.self,
        ]
    )
}

extension VaultClock {
    /// The machine's clock; waits are this task's alone.
    static let machine = VaultClock(
        now: { UnixTime(seconds: OfficeClock.machine.now().milliseconds / 1_000) },
        sleep: { try? await Task.sleep(for: .milliseconds($0)) }
    )
}

extension CommandFailure {
    /// How a command ends that met this fault of a vault.
    init(_ fault: VaultFault) {
        let status: ExitStatus =
            switch fault.code {
            case .unreachable: .serviceDown
            case .damaged, .differentBytes, .forked, .behind: .verificationFailed
            case .missing: .notFound
            case .busy: .tryAgain
            case .usage: .usage
            case .denied, .unsuitable, .exists, .io: .failed
            }
        self.init(status, "\(fault)", hint: fault.hint)
    }
}

extension VaultCommand {
    /// Ships what is on disk to every vault and says how each stands; false when one lags.
    static func ship(_ office: OfficeOption, json: Bool) async throws -> Bool {
        try OfficeReading.requireOffice(office.directory)
        let states: [VaultState]
        do throws(VaultFault) {
            let shipping = try OfficeShipping.shipping(
                office: office.directory.root,
                clock: .machine,
                random: .system
            )
            states = await shipping.shipOnce()
        } catch { throw CommandFailure(error) }
        let lines = states.map { json ? $0.json : $0.text }
        Terminal.say(
            json ? "[" + lines.joined(separator: ",") + "]" : lines.joined(separator: "\n")
        )
        return states.allSatisfy { $0.fault == nil }
    }
}

extension VaultState {
    /// A line a fact, the first with the name.
    fileprivate var text: String {
        var line = name
        if let vaulted { line += ": entries below \(vaulted)" }
        line += isCounting ? "; counts as a vault" : "; does not count as a vault"
        if let warning { line += "\n  warning: \(warning)" }
        if let fault { line += "\n  LAGS: \(fault)\n  hint: \(fault.hint)" }
        return line
    }

    fileprivate var json: String {
        JSONLine.object([
            ("name", JSONLine.text(name)), ("vaulted", vaulted.map { "\($0)" } ?? "null"),
            ("counts", "\(isCounting)"), ("warning", warning.map(JSONLine.text) ?? "null"),
            ("fault", fault.map { JSONLine.text("\($0)") } ?? "null"),
        ])
    }
}

import ArgumentParser
import Ledger
import Mail
import Office
import Vault

struct VaultPromiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promise",
        abstract: "Says what an answer of this office promises, or promises something else.",
        discussion: """
            EXAMPLES
              posthorn vault promise --office office
              posthorn vault promise 'vaulted(1)' --as ada --reason "two vaults stand" --office office
              posthorn vault promise local --as ada --approved-by ben --reason "stick is broken" \\
                  --office office

            local: durable on this disk. vaulted(n): acknowledged only when n vaults in other hands
            have it; below n the office answers vault_unavailable (75). Promising less takes two.
            """
    )

    @Argument(help: "local, or vaulted(n); without it the promise that holds is printed.")
    var promise: String?

    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Option(help: "The second person, where the office is to promise less.")
    var approvedBy: String?

    @Option(help: "Why; it is recorded.")
    var reason: String?

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let now = try view.ledger.promise()
        guard let promise else { return Terminal.say(now.text) }
        guard let wanted = Promise(promise) else {
            throw CommandFailure(
                .usage,
                "no promise '\(promise)'",
                hint: "write local, or vaulted(1) to vaulted(9)"
            )
        }
        guard let name, let reason else {
            throw CommandFailure(.usage, "who does it, and why?", hint: "give --as and --reason")
        }
        let at = OfficeClock.machine.now()
        let change = PromiseChange(
            to: wanted,
            reason: reason,
            by: .staff(name),
            approvedBy: approvedBy.map { .staff($0) },
            at: at
        )
        do throws(PromiseRefusal) {
            try change.check(from: now, vaults: try vaults())
        } catch {
            throw CommandFailure(error)
        }
        try await OfficeAtHand.record([.promiseChanged(change)], in: office.directory)
        Terminal.say("\(now.text) before, \(wanted.text) from now on")
    }

    /// How many vaults in other hands the office names.
    private func vaults() throws(PromiseRefusal) -> Int {
        (try? VaultList.load(office: office.directory.root).lines.count) ?? 0
    }
}

extension CommandFailure {
    fileprivate init(_ refusal: PromiseRefusal) {
        switch refusal {
        case .tooFewVaults(let wanted, let found):
            self.init(
                .refusedByPolicy,
                "expected \(wanted) vaults in other hands, found \(found)",
                hint: "posthorn vault add NAME PLACE"
            )
        case .needsApproval(let from, let to):
            self.init(
                .needsConfirmation,
                "\(to.text) is less than \(from.text)",
                hint: "a second person approves it: --approved-by NAME"
            )
        case .samePerson(let name):
            self.init(
                .refusedByPolicy,
                "\(name) approves what \(name) does",
                hint: "it takes another person"
            )
        }
    }
}

import ArgumentParser
import Ledger
import Mail
import Office
import Vault

struct VaultAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a vault, ships everything to it, and tries to destroy a canary in it.",
        discussion: """
            EXAMPLES
              posthorn vault add stick /media/stick/gb --office office
              posthorn vault add offsite s3+https://objects.example/mail-vault/gb \\
                  --credentials keys/vault-offsite --office office

            The bucket must have Object Lock, and the credential should only put, read and list.
            The file of credentials has two lines, the access key and the secret.

            Exit status: 0 added and up to date, 69 added and not reached yet, 64 usage.
            """
    )

    @OptionGroup var office: OfficeOption

    @Argument(help: "What you call it: letters, digits and dashes.")
    var name: String

    @Argument(help: "A folder, or s3+https://host/bucket/prefix.")
    var place: String

    @Option(help: "A file with access key and secret, relative to the office.")
    var credentials: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        try await ResumeNote.resume(office.directory)
        do throws(VaultFault) {
            var list = try VaultList.load(office: office.directory.root)
            try list.add(
                VaultList.Line(
                    name: name,
                    address: try VaultAddress(place),
                    credentials: credentials
                )
            )
            // What cannot even be opened is not written down.
            _ = try list.stores(office: office.directory.root, clock: .machine)
            try list.save(office: office.directory.root)
        } catch { throw CommandFailure(error) }
        if credentials != nil { try await replaced("vault \(name)") }
        guard try await VaultCommand.ship(office, json: json) else {
            throw ExitStatus.serviceDown.code
        }
    }

    /// A vault that a lost life of the office had is back under another credential.
    private func replaced(_ vault: String) async throws {
        let view = try await OfficeAtHand.view(office.directory)
        guard try view.ledger.exposedCredentials().contains(vault) else { return }
        let act = Act.credential(.replace, vault, at: OfficeClock.machine.now())
        try await OfficeAtHand.record([.acted(act)], in: office.directory)
    }
}

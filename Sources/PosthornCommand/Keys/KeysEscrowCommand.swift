import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct KeysEscrowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escrow",
        abstract:
            "Keeps wrapped copies of every key in places of their own, and renews their locks.",
        discussion: """
            EXAMPLES
              posthorn keys escrow --add paper /media/stick/escrow --office office
              posthorn keys escrow --add far s3+https://keys.example/escrow/gb \\
                  --credentials keys/escrow-far --office office
              posthorn keys escrow --office office

            Never the bucket or folder of a vault. Without --add it brings every escrow up to date:
            run it daily. Needs a ceremony first: without a recovery recipient nobody could open
            what lies there.

            Exit status: 0 done, 6 hold a ceremony first, 69 one could not be reached.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "Adds an escrow: its name, then its place.")
    var add: String?

    @Argument(help: "With --add: a folder, or s3+https://host/bucket/prefix.")
    var place: String?

    @Option(help: "With --add: a file with access key and secret, relative to the office.")
    var credentials: String?

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        let root = office.directory.root
        do {
            let keys = OfficeOpening.place(office.directory).keys
            guard try !keys.recovery().isEmpty else {
                throw CommandFailure(
                    .needsConfirmation,
                    "nobody could open what an escrow holds: there is no recovery recipient",
                    hint: "run `posthorn keys ceremony` first"
                )
            }
            if let add { try write(add, root) }
            let escrows = try EscrowList.escrows(office: root, clock: .machine)
            let reader = try JournalReader(directory: office.directory.journal)
            let table = try EpochTable(reading: reader, from: EntryIndex(0), into: EpochTable())
            let now = UnixTime(seconds: OfficeClock.machine.now().milliseconds / 1_000)
            let report = try await EscrowKeeper(directory: keys, escrows: escrows)
                .tend(table: table, at: now)
            for name in report.added { Terminal.say("added \(name)") }
            for name in report.renewed { Terminal.say("renewed \(name)") }
            for name in report.removed { Terminal.say("removed \(name)") }
            Terminal.say("\(report.copies.count) copies in \(escrows.count) escrows")
            for fault in report.faults { Terminal.note("posthorn: \(fault)") }
            guard report.faults.isEmpty else { throw ExitStatus.serviceDown.code }
        } catch let fault as VaultFault {
            throw CommandFailure(fault)
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: office.directory.journal)
        }
    }

    private func write(_ name: String, _ root: String) throws {
        guard let place else {
            throw CommandFailure(.usage, "--add \(name): expected a place behind the name")
        }
        let address = try VaultAddress(place)
        let vaults = try VaultList.load(office: root)
        guard !vaults.lines.contains(where: { $0.address == address }) else {
            throw CommandFailure(
                .usage,
                "\(place) is a vault, where a forgotten month's key would live on",
                hint: "give an escrow a place and a credential of its own"
            )
        }
        var list = try EscrowList.load(office: root)
        try list.add(VaultList.Line(name: name, address: address, credentials: credentials))
        try list.save(office: root, file: EscrowList.file)
    }
}

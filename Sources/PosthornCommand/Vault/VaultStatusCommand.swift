import ArgumentParser
import Journal
import Office
import Vault

struct VaultStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Asks every vault how much of this office could be restored from it.",
        discussion: """
            EXAMPLES
              posthorn vault status --office office
              posthorn vault status --office office --json

            Reads names and signatures; changes nothing. `posthorn vault verify` reads every byte;
            what a served office found as it looked after its vaults is told below each.

            Exit status: 0 every vault has all that is published here, 69 one lags or is silent.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        var isWell = true
        var objects: [String] = []
        let root = office.directory.root
        do {
            let list = try VaultList.load(office: root)
            let watch = WatchFile.read(office.directory)
            let size = try JournalReader(directory: office.directory.journal).size
            let record = try IncarnationRecord.load(office: root, random: .system)
            let names = [nil] + list.lines.map(\.name)
            for (name, store) in zip(names, try list.stores(office: root, clock: .machine)) {
                let mark = name.flatMap { watch.vaults[$0] }
                let survey = await VaultSurvey.run([store], trust: .keyBesideLog)
                let found = survey[record.incarnation]
                let reach = found?.reach ?? .zero
                let lag = size.count - min(reach.count, size.count)
                isWell = isWell && lag == 0 && survey.unreadable.isEmpty
                let fault = survey.unreadable.first
                objects.append(
                    json
                        ? JSONLine.object([
                            ("name", JSONLine.text(store.name)), ("restorable", "\(reach)"),
                            ("lag", "\(lag)"), ("fault", fault.map(JSONLine.text) ?? "null"),
                            ("watch", mark.map(WatchText.json) ?? "null"),
                        ])
                        : "\(store.name): \(reach) of \(size) entries"
                            + (fault.map { "\n  SILENT: \($0)" } ?? "")
                            + (mark.map(WatchText.text) ?? "")
                )
            }
        } catch let fault as VaultFault {
            throw CommandFailure(fault)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: office.directory.journal)
        }
        Terminal.say(
            json ? "[" + objects.joined(separator: ",") + "]" : objects.joined(separator: "\n")
        )
        guard isWell else { throw ExitStatus.serviceDown.code }
    }
}

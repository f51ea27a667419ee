import ArgumentParser
import Journal
import Office
import Vault

struct VaultVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads every byte of this office's vaults again and proves it by the tree.",
        discussion: """
            EXAMPLES
              posthorn vault verify --office office
              posthorn vault verify offsite --office office

            Exit status: 0 whole, 7 something is not as it was or somebody tried to make it so,
            4 no vault of that name.
            """
    )

    @OptionGroup var office: OfficeOption

    @Argument(help: "The vault's name; all of them without.")
    var name: String?

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        let root = office.directory.root
        var texts: [String] = []
        var isWhole = true
        do {
            let record = try IncarnationRecord.load(office: root, random: .system)
            let key = try JournalReader(directory: office.directory.journal).keys[0]
            for (vault, store) in try stores(root) {
                let survey = await VaultSurvey.run([store], trust: .key(key))
                guard let found = survey[record.incarnation] else {
                    isWhole = false
                    texts.append(json ? "null" : "\(store.name): nothing of this office is there")
                    continue
                }
                let report = try await VaultVerify.run(survey, found)
                let isGood = report.isWhole && report.attempts.isEmpty
                if let vault {
                    try WatchFile.recordWhole(
                        vault,
                        errors: isGood ? 0 : 1,
                        in: office.directory,
                        at: VaultClock.machine.now()
                    )
                }
                isWhole = isWhole && isGood
                texts.append(json ? report.json : "\(store.name)\n\(report.text)")
            }
        } catch let fault as VaultFault {
            throw CommandFailure(fault)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: office.directory.journal)
        }
        Terminal.say(
            json ? "[" + texts.joined(separator: ",") + "]" : texts.joined(separator: "\n")
        )
        guard isWhole else { throw ExitStatus.verificationFailed.code }
    }

    /// The stores with their names in the list; the embedded copy has none.
    private func stores(
        _ root: String
    ) throws(VaultFault) -> [(vault: String?, store: any VaultStore)] {
        let list = try VaultList.load(office: root)
        let stores = try list.stores(office: root, clock: .machine)
        let all = Array(zip([nil] + list.lines.map { Optional($0.name) }, stores))
        guard let name else { return all.map { ($0, $1) } }
        guard let found = all.first(where: { $0.0 == name }) else {
            throw VaultFault(
                .missing,
                "vaults",
                "expected a vault named \(name), found none",
                hint: "`posthorn vault list` prints them"
            )
        }
        return [(found.0, found.1)]
    }
}

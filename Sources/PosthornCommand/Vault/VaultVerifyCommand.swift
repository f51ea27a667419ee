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
            for store in try stores(root) {
                let survey = await VaultSurvey.run([store], trust: .key(key))
                guard let found = survey[record.incarnation] else {
                    isWhole = false
                    texts.append(json ? "null" : "\(store.name): nothing of this office is there")
                    continue
                }
                let report = try await VaultVerify.run(survey, found)
                isWhole = isWhole && report.isWhole && report.attempts.isEmpty
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

    private func stores(_ root: String) throws(VaultFault) -> [any VaultStore] {
        let list = try VaultList.load(office: root)
        let all = try list.stores(office: root, clock: .machine)
        guard let name else { return all }
        guard let index = list.lines.firstIndex(where: { $0.name == name }) else {
            throw VaultFault(
                .missing,
                "vaults",
                "expected a vault named \(name), found none",
                hint: "`posthorn vault list` prints them"
            )
        }
        return [all[index + 1]]
    }
}

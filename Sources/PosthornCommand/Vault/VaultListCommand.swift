import ArgumentParser
import Journal
import Office
import Vault

struct VaultListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Prints the vaults of this office, one a line; asks none of them.",
        discussion: """
            EXAMPLES
              posthorn vault list --office office
              posthorn vault list --office office --json
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        try OfficeReading.requireOffice(office.directory)
        do throws(VaultFault) {
            let list = try VaultList.load(office: office.directory.root)
            guard json else { return Terminal.write(list.text, to: 1) }
            let lines = list.lines.map {
                JSONLine.object([
                    ("name", JSONLine.text($0.name)),
                    ("place", JSONLine.text("\($0.address)")),
                    ("credentials", $0.credentials.map(JSONLine.text) ?? "null"),
                ])
            }
            Terminal.say("[" + lines.joined(separator: ",") + "]")
        } catch { throw CommandFailure(error) }
    }
}

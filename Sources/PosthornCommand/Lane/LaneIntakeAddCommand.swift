import ArgumentParser
import Mail
import Office

struct LaneIntakeAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Takes in a list of scans; one that comes twice is taken once.",
        discussion: """
            EXAMPLES
              posthorn lane intake add hall-3.txt --as ada --office office
              posthorn lane intake add hall-3.csv --list "hall 3, Tuesday" --json --office office

            A number a line, or CSV with the columns item, destination (US), nature (correspondence,
            gift, …) and need (data, nothing, return, unknown); only item is needed. Each line that
            is not taken is named, and the command ends with 3.
            """
    )

    @Argument(help: "The list.")
    var file: String

    @OptionGroup var office: OfficeOption

    @Option(help: "What people call the list; the file's name without it.")
    var list: String?

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Flag(help: "Read the list and say what is in it; record nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let scans: ScanList
        do {
            scans = try ScanList(path: file)
        } catch let fault as FileFault {
            throw CommandFailure(.notFound, fault.description, hint: fault.hint)
        } catch let refusal as IntakeRefusal {
            throw CommandFailure(.usage, "\(file): \(refusal)", hint: "a number a line, or CSV")
        }
        let called = list ?? file.split(separator: "/").last.map(String.init) ?? file
        let order = LaneOrder.find(
            scans.items,
            list: called,
            by: try LaneCommand.author(name)
        )
        var new = 0
        if !dryRun, !scans.items.isEmpty,
            case .found(let count) = try await LaneCommand.order(order, of: office)
        {
            new = count
        }
        json ? say(scans, new) : tell(scans, new, called)
        guard scans.refused.isEmpty else { throw ExitStatus.someRefused.code }
    }

    private func tell(_ scans: ScanList, _ new: Int, _ called: String) {
        for line in scans.refused {
            Terminal.say("row \(line.row) is not taken: \(line.reason): \(line.text)")
        }
        let known = scans.items.count - new
        Terminal.say(
            dryRun
                ? "\(called): \(scans.items.count) items would be taken, \(scans.repeated) repeated,"
                    + " \(scans.refused.count) refused"
                : "\(called): \(new) items are new, \(known) known, \(scans.repeated) repeated,"
                    + " \(scans.refused.count) refused"
        )
        for need in FoundItem.Need.allCases {
            let count = scans.items.count { $0.need == need }
            if count > 0 { Terminal.say("  \(need.rawValue): \(count)") }
        }
    }

    private func say(_ scans: ScanList, _ new: Int) {
        let refused = scans.refused.map { line in
            JSONValue.members([
                ("row", .integer(line.row)), ("text", .string(line.text)),
                ("reason", .string(line.reason)),
            ])
        }
        let needs = FoundItem.Need.allCases.map { need in
            (
                need.rawValue,
                JSONValue?.some(.integer(scans.items.count { $0.need == need }))
            )
        }
        let object = JSONValue.members([
            ("outcome", .string(dryRun ? "dry-run" : "taken")), ("new", .integer(new)),
            ("items", .integer(scans.items.count)), ("repeated", .integer(scans.repeated)),
            ("needs", .members(needs)), ("refused", .array(refused)),
        ])
        Terminal.say(JSONText.write(object))
    }
}

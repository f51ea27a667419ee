import ArgumentParser
import Journal
import Office
import Vault

struct VaultTendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tend",
        abstract: "Moves the locks in every vault before they end; to run daily.",
        discussion: """
            EXAMPLES
              posthorn vault tend --office office
              posthorn vault tend --office office --json

            Locks on history are moved when less than 270 of their 365 days are left; fewer than 90 is
            an alarm, for then nobody has moved them for half a year.

            Exit status: 0 nothing is near its end, 7 something is, 69 a vault could not be reached.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        let root = office.directory.root
        var lines: [String] = []
        var (hasAlarm, isSilent) = (false, false)
        do throws(VaultFault) {
            let record = try IncarnationRecord.load(office: root, random: .system)
            let layout = VaultLayout(record.incarnation)
            for store in try VaultList.load(office: root).stores(office: root, clock: .machine) {
                do throws(VaultFault) {
                    let report = try await RetentionRound(store, layout).run()
                    hasAlarm = hasAlarm || !report.alarms.isEmpty
                    lines.append(json ? report.json(store.name) : report.text(store.name))
                } catch {
                    isSilent = true
                    lines.append(
                        json
                            ? JSONLine.object([
                                ("name", JSONLine.text(store.name)),
                                ("fault", JSONLine.text("\(error)")),
                            ])
                            : "\(store.name): SILENT: \(error)"
                    )
                }
            }
        } catch { throw CommandFailure(error) }
        Terminal.say(
            json ? "[" + lines.joined(separator: ",") + "]" : lines.joined(separator: "\n")
        )
        if hasAlarm { throw ExitStatus.verificationFailed.code }
        if isSilent { throw ExitStatus.serviceDown.code }
    }
}

extension RetentionRound.Report {
    fileprivate func text(_ name: String) -> String {
        var lines = ["\(name): \(looked) locks, \(extended.count) moved"]
        lines += alarms.map { "  NEAR ITS END: \($0)" }
        return lines.joined(separator: "\n")
    }

    fileprivate func json(_ name: String) -> String {
        JSONLine.object([
            ("name", JSONLine.text(name)), ("locks", "\(looked)"), ("moved", "\(extended.count)"),
            ("alarms", "[" + alarms.map(JSONLine.text).joined(separator: ",") + "]"),
        ])
    }
}

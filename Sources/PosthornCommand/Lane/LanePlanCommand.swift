import ArgumentParser
import Ledger
import Mail
import Office

struct LanePlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Whole plans by name: ready-made ones, and the office's own.",
        subcommands: [
            LanePlanListCommand.self, LanePlanShowCommand.self, LanePlanApplyCommand.self,
            LanePlanSaveCommand.self,
        ]
    )

    /// The rules of the plan of that name.
    static func settings(
        _ name: String,
        perDay: Int?,
        _ ledger: LedgerStore
    ) throws -> [LaneSetting] {
        do {
            return try LaneCatalogue.settings(name, perDay: perDay, ledger)
        } catch let refusal as LaneRefusal {
            throw CommandFailure(OrderRefusal(refusal))
        }
    }
}

extension LaneSetting {
    /// The setting in a line.
    func line(_ calendar: OfficeCalendar) -> String {
        "  \(selector.name)  \(state.text)" + LaneText.time(self, calendar)
    }
}

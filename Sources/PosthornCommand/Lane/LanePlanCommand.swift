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
        if let plan = ReadyMadePlan(rawValue: name) {
            guard plan != .everythingCapped || perDay ?? 0 >= 1 else {
                throw CommandFailure(.usage, "capped at how many a day?", hint: "--per-day N")
            }
            return plan.settings(perDay: perDay ?? 1)
        }
        guard let saved = try ledger.savedLanePlans().first(where: { $0.name == name }) else {
            throw CommandFailure(.notFound, "no plan '\(name)'", hint: "posthorn lane plan list")
        }
        return saved.settings
    }
}

extension LaneSetting {
    /// The setting in a line.
    func line(_ calendar: OfficeCalendar) -> String {
        "  \(selector.name)  \(state.text)" + LaneText.time(self, calendar)
    }
}

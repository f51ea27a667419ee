import ArgumentParser
import Ledger
import Mail
import Office

struct LaneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lane",
        abstract: "Opens, caps, holds and closes lanes: what may go where, through which door.",
        discussion: """
            EXAMPLES
              posthorn lane plan apply letters-first --as ada --reason "attack" --office office
              posthorn lane approve p1 --as ben --office office
              posthorn lane set dest=US,data=yes capped --per-day 500 --over hold --reason "trial" \\
                  --as ada --office office
              posthorn lane why dest=US,product=parcel,channel=api,kind=business,data=yes \\
                  --office office

            A lane is destination, product, channel, kind of customer and whether customs data is
            needed. The rule that says more wins: destination (a country before a group before a
            customs territory), then product, data, channel, kind; of two that say equally much the
            stricter. A lane that no rule speaks of is open.
            """,
        subcommands: [
            LaneListCommand.self, LaneSetCommand.self, LaneScheduleCommand.self,
            LaneHistoryCommand.self, LaneWhyCommand.self, LaneApproveCommand.self,
            LaneCancelCommand.self,
            LanePlanCommand.self, LaneBacklogCommand.self, LaneReleaseCommand.self,
            LaneUnacceptedCommand.self, LaneSimulateCommand.self, LaneCalendarCommand.self,
            LaneExportCommand.self, LaneCheckBundleCommand.self, LaneIntakeCommand.self,
        ]
    )

    /// Has the office's writer carry out an order.
    static func order(_ order: LaneOrder, of office: OfficeOption) async throws -> LaneAnswer {
        try await CommandDesk.use(of: office) { desk in
            try await desk.perform(order, at: OfficeClock.machine.now())
        }
    }

    /// Who does something to lanes; whoever runs the command where nobody is named.
    static func author(_ name: String?) throws -> Author {
        guard let name else { return .local }
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(.usage, "expected a name, found nothing", hint: "--as NAME")
        }
        return .staff(name)
    }

    /// A moment as it was written, by the office's own clock.
    static func moment(
        _ text: String?,
        _ option: String,
        _ calendar: OfficeCalendar
    ) throws -> Moment? {
        guard let text else { return nil }
        guard let moment = calendar.moment(text) else {
            throw CommandFailure(
                .usage,
                "\(option): expected a moment, found '\(text)'",
                hint: "write 2026-12-24, 2026-12-24T18:00 (\(calendar.name)), or either with Z"
            )
        }
        return moment
    }

    static func selector(_ text: String) throws -> LaneSelector {
        do throws(LaneSelector.Flaw) {
            return try LaneSelector(text)
        } catch {
            throw CommandFailure(
                .usage,
                "\(error)",
                hint: "such as dest=US,product=parcel,channel=api,kind=business,data=yes"
            )
        }
    }
}

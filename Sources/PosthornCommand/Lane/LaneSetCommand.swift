import ArgumentParser
import Ledger
import Mail
import Office

struct LaneSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Gives lanes a state, now or for a time to come.",
        discussion: """
            EXAMPLES
              posthorn lane set dest=US,data=yes held --reason "law of 29 August" --as ada
              posthorn lane set dest=US closed --reason strike --from 2026-12-24 --to 2026-12-27
              posthorn lane set any capped --per-day 5000 --per-hour 600 --share 20 --over hold \\
                  --reason "limited volumes" --as ada
              posthorn lane set dest=FR+DE+NL open --reason "partners are back" --dry-run

            States: open, capped, held, diverted, closed. Of one selector, what was set last holds
            for its time. Closing lanes, opening what is not open, more than doubling a cap, and
            whatever slows letters down takes a second person: then a proposal is printed and the
            command ends with 6. Goods may be held or capped by one person at once.
            """
    )

    @Argument(
        help: "Which lanes: dest=US,product=parcel,channel=api,kind=business,data=yes, or any."
    )
    var selector: String

    @Argument(help: "open, capped, held, diverted or closed.")
    var state: String

    @OptionGroup var options: LaneChangeOptions

    @Option(help: "Why; it is recorded, and told to those who are refused or held.")
    var reason: String

    @Option(help: "capped: items of a calendar day.")
    var perDay: Int?

    @Option(help: "capped: items of a calendar hour.")
    var perHour: Int?

    @Option(help: "capped: what happens above: refuse or hold.")
    var over: String?

    @Option(help: "capped: per cent of the cap that one customer may take.")
    var share: Int?

    @Option(help: "held: how many items may wait.")
    var limit: Int?

    @Option(help: "diverted: the partner's name.")
    var partner: String?

    @Option(help: "The name of the public notice that tells why.")
    var advisory: String?

    @Option(help: "From when on; from now on without it.")
    var from: String?

    @Option(help: "Until when; without end without it.")
    var to: String?

    func run() async throws {
        let calendar = try OfficeReading.settings(options.office.directory, sources: .process)
            .calendar
        let setting = LaneSetting(
            try LaneCommand.selector(selector),
            try laneState(),
            advisory: advisory,
            from: try LaneCommand.moment(from, "--from", calendar),
            to: try LaneCommand.moment(to, "--to", calendar)
        )
        try await options.changing().run(LaneRequest(settings: [setting], reason: reason))
    }

    private func laneState() throws -> LaneState {
        guard let name = LaneState.Name(rawValue: state) else {
            let names = LaneState.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "expected a state, found '\(state)'", hint: names)
        }
        try refuseOthers(name)
        switch name {
        case .open: return .open
        case .closed: return .closed
        case .held:
            guard limit ?? 1 >= 1 else {
                throw CommandFailure(.usage, "expected a limit from 1 on, found \(limit ?? 0)")
            }
            return .held(limit: limit)
        case .diverted:
            guard let partner else {
                throw CommandFailure(.usage, "diverted to whom?", hint: "--partner NAME")
            }
            return .diverted(partner: partner)
        case .capped:
            guard let above = LaneCap.Over(rawValue: over ?? "refuse") else {
                throw CommandFailure(.usage, "--over: expected refuse or hold, found \(over ?? "")")
            }
            guard
                let cap = LaneCap(perHour: perHour, perDay: perDay, over: above, share: share)
            else {
                throw CommandFailure(
                    .usage,
                    "a cap has at least one item an hour or a day, and a share of 1 to 100",
                    hint: "--per-day 500 --share 20"
                )
            }
            return .capped(cap)
        }
    }

    /// An option of another state is a slip of the pen.
    private func refuseOthers(_ name: LaneState.Name) throws {
        let given: [(option: String, of: LaneState.Name, isGiven: Bool)] = [
            ("--per-day", .capped, perDay != nil), ("--per-hour", .capped, perHour != nil),
            ("--over", .capped, over != nil), ("--share", .capped, share != nil),
            ("--limit", .held, limit != nil), ("--partner", .diverted, partner != nil),
        ]
        if let other = given.first(where: { $0.isGiven && $0.of != name }) {
            throw CommandFailure(
                .usage,
                "\(other.option) belongs to \(other.of.rawValue), found \(name.rawValue)",
                hint: "leave it out, or set the lane \(other.of.rawValue)"
            )
        }
    }
}

import ArgumentParser
import Ledger
import Mail
import Office

struct LaneSimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Says when the backlog clears: by the plans there are, or by what if.",
        discussion: """
            EXAMPLES
              posthorn lane simulate --office office
              posthorn lane simulate dest=US --per-hour 2000 --office office
              posthorn lane simulate any --per-hour 5000 --cap 40000 --days 14 --json

            Without a lane it runs the release plans that are active. With one it asks what if what
            that lane holds were let go at --per-hour, the lane capped at --cap a day, or open. Days
            to come follow the lane plan with its schedule, the caps, and the capacity calendar.
            What comes in is taken to be what came in the last seven days, evenly spread; what is
            held of it waits for a plan of its own, and is not among what clears.
            """
    )

    @Argument(help: "What if: which lanes' items.")
    var selector: String?

    @OptionGroup var office: OfficeOption

    @Option(help: "What if: items of a calendar hour.")
    var perHour: Int?

    @Option(help: "What if: the lane is capped at so many a day.")
    var cap: Int?

    @Option(help: "How many days.")
    var days = 30

    @Flag(help: "Nothing comes in meanwhile.")
    var noArrivals = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...3660).contains(days) else { throw ValidationError("--days: 1 to 3660") }
        guard perHour ?? 1 >= 1, cap ?? 1 >= 1 else {
            throw ValidationError("--per-hour and --cap: from 1 on")
        }
        guard (selector == nil) == (perHour == nil), selector != nil || cap == nil else {
            throw ValidationError("what if takes a lane and --per-hour, and --cap only with them")
        }
    }

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let question = LaneForecast.Question(
            try selector.map(LaneCommand.selector),
            perHour: perHour ?? 1,
            cap: cap,
            days: days,
            arrives: !noArrivals
        )
        let judge = try view.lanes(sources: .process)
        let now = OfficeClock.machine.now()
        let forecast = try LaneForecast(question, view.ledger, judge, at: now)
        guard !json else { return Terminal.say(JSONText.write(forecast.json)) }
        tell(forecast, judge.calendar)
    }

    private func tell(_ forecast: LaneForecast, _ calendar: OfficeCalendar) {
        Terminal.say("day         released  waiting   lodged     held  refused")
        for day in forecast.days {
            let figures = [day.released, day.waiting, day.lodged, day.held, day.refused]
            let cells = figures.map { figure in
                String(repeating: " ", count: max(1, 9 - String(figure).count)) + String(figure)
            }
            Terminal.say(day.day + cells.joined())
        }
        if forecast.releases.isEmpty { Terminal.say("no release is planned") }
        for release in forecast.releases {
            let clears = release.clearedAt.map { "clears " + calendar.text($0) }
            Terminal.say(
                "\(release.plan.id)  \(release.plan.selector.name): "
                    + (clears ?? "\(release.waiting) items still wait after \(days) days")
            )
        }
        for shut in forecast.shut {
            Terminal.say(
                "not opened: \(shut.items) items wait behind rule \(shut.rule.id),"
                    + " \(shut.rule.selector.name) \(shut.rule.state.text)"
            )
        }
    }
}

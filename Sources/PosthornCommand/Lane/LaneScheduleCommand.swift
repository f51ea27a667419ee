import ArgumentParser
import Ledger
import Mail
import Office

struct LaneScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Lists what is to change by itself, or takes a rule out of the plan.",
        discussion: """
            EXAMPLES
              posthorn lane schedule --office office
              posthorn lane schedule --cancel 12 --reason "strike called off" --as ada \\
                  --office office

            A rule is scheduled with `posthorn lane set … --from … --to …`. --cancel takes a rule
            out by its number, whether its time has come or not.
            """
    )

    @OptionGroup var options: LaneChangeOptions

    @Option(help: "The number of the rule that goes.")
    var cancel: Int?

    @Option(help: "Why it goes.")
    var reason: String?

    func run() async throws {
        if let cancel {
            let request = LaneRequest(drops: [cancel], reason: reason ?? "")
            return try await options.changing().run(request)
        }
        let view = try await OfficeAtHand.view(options.office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let now = OfficeClock.machine.now()
        let rules = try view.ledger.lanePlan().rules
            .filter { rule in
                [rule.setting.from, rule.setting.to].contains { $0.map { $0 > now } ?? false }
            }
            .sorted { next($0, now) < next($1, now) }
        guard !options.json else {
            let list = JSONValue.members([("rules", .array(rules.map(\.json)))])
            return Terminal.say(JSONText.write(list))
        }
        if rules.isEmpty { Terminal.say("nothing is scheduled") }
        for line in LaneText.lines(rules, calendar) { Terminal.say(line) }
    }

    /// When a rule begins, or ends where it has begun.
    private func next(_ rule: LaneRule, _ now: Moment) -> Moment {
        [rule.setting.from, rule.setting.to].compactMap(\.self).filter { $0 > now }.min() ?? now
    }
}

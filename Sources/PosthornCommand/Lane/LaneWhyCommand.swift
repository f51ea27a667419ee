import ArgumentParser
import Ledger
import Mail
import Office

struct LaneWhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Says which rule decides about a lane or an item, and why that one.",
        discussion: """
            EXAMPLES
              posthorn lane why dest=US,product=parcel,channel=api,kind=business,data=yes
              posthorn lane why LA990000006GB --office office
              posthorn lane why LA990000006GB --as-of 2026-11-24T18:00 --office office

            Name the whole lane, or an item, whose lane is what it holds and where it goes. A
            postcode tells the customs territory: dest=ES,…,data=yes --postcode 35001.
            """
    )

    @Argument(help: "A whole lane, or an item's number.")
    var what: String

    @OptionGroup var office: OfficeOption

    @Option(help: "The addressee's postcode, where the customs territory depends on it.")
    var postcode: String?

    @Option(help: "By the plan as it was at a moment.")
    var asOf: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let past = try LaneCommand.moment(asOf, "--as-of", calendar)
        let moment = past ?? OfficeClock.machine.now()
        let key = try await key(view)
        let plan = try view.ledger.lanePlan(asOf: past)
        let why = LaneWhy(key, by: plan, at: moment)
        guard !json else { return Terminal.say(JSONText.write(why.json)) }
        let territory = key.territory.map { " (customs territory \($0.rawValue))" } ?? ""
        Terminal.say("\(key.text)\(territory): \(why.state.text)")
        guard let first = why.rules.first else {
            return Terminal.say("no rule of plan \(plan.version) speaks of it")
        }
        for line in LaneText.lines([first], calendar) { Terminal.say("decides:" + line) }
        for (other, reason) in why.over {
            for line in LaneText.lines([other], calendar) { Terminal.say("before: " + line) }
            Terminal.say("          because " + reason.text)
        }
    }

    private func key(_ view: OfficeView) async throws -> LaneKey {
        if let id = ItemID(what) {
            guard let item = try await view.item(id) else {
                throw CommandFailure(.notFound, "no item \(id.text)")
            }
            return item.record.lane
        }
        let selector = try LaneCommand.selector(what)
        guard let key = LaneKey(selector, postcode: postcode) else {
            throw CommandFailure(
                .usage,
                "expected a whole lane, found '\(what)'",
                hint: "such as dest=US,product=parcel,channel=api,kind=business,data=yes"
            )
        }
        return key
    }
}

import ArgumentParser
import Foundation
import Mail
import Office

struct LaneCheckBundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-bundle",
        abstract: "Says of a plan for counters who signed it, which plan it is and how old.",
        discussion: """
            EXAMPLES
              posthorn lane check-bundle lanes.bundle --vkey "$(cat vkey)"
              posthorn lane check-bundle lanes.bundle --vkey "$(cat vkey)" \\
                  --why dest=US,product=parcel,channel=counter,kind=private,data=yes

            It needs no office. The verifier key is the one that the office publishes:
            `posthorn journal checkpoint --json` prints it. Ends with 7 where the signature is not that
            key's, with 75 where the bundle is too old: fetch another.
            """
    )

    @Argument(help: "The bundle.")
    var file: String

    @Option(help: "The office's verifier key, from somewhere else than the bundle.")
    var vkey: String

    @Option(help: "Also say what the plan says of a whole lane.")
    var why: String?

    @Option(help: "The addressee's postcode, where the customs territory depends on it.")
    var postcode: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(.notFound, "cannot read '\(file)'", hint: "check the name")
        }
        let bundle: LaneBundle
        do throws(LaneBundle.Flaw) {
            bundle = try LaneBundle(Array(bytes), signedBy: vkey)
        } catch {
            throw CommandFailure(
                .verificationFailed,
                "\(file): \(error)",
                hint: "take the bundle, or the key, from the office again"
            )
        }
        let now = OfficeClock.machine.now()
        let age = bundle.age(at: now)
        let answer = try key().map { LaneWhy($0, by: bundle.plan, at: now) }
        json ? say(bundle, age, answer) : tell(bundle, age, answer)
        guard age == .fresh || age == .ahead else { throw ExitStatus.tryAgain.code }
    }

    private func key() throws -> LaneKey? {
        guard let why else { return nil }
        guard let key = LaneKey(try LaneCommand.selector(why), postcode: postcode) else {
            throw CommandFailure(
                .usage,
                "expected a whole lane, found '\(why)'",
                hint: "such as dest=US,product=parcel,channel=api,kind=business,data=yes"
            )
        }
        return key
    }

    private func tell(_ bundle: LaneBundle, _ age: LaneBundle.Age, _ why: LaneWhy?) {
        let calendar = OfficeCalendar(bundle.timeZone)
        let time = calendar?.text(bundle.at) ?? bundle.at.text
        Terminal.say("signed by \(bundle.origin)")
        Terminal.say("plan \(bundle.plan.version) of \(time), \(bundle.plan.rules.count) rules")
        switch age {
        case .fresh: Terminal.say("fresh: younger than 24 hours")
        case .old: Terminal.say("old: more than 24 hours; fetch another")
        case .lettersOnly:
            Terminal.say("too old: more than 72 hours; take only correspondence by it")
        case .ahead: Terminal.say("its date is to come: set this machine's clock, or the office's")
        }
        guard let why else { return }
        Terminal.say("\(why.key.text): \(why.state.text)")
        if let rule = why.rules.first { Terminal.say("because: \(rule.reason)") }
    }

    private func say(_ bundle: LaneBundle, _ age: LaneBundle.Age, _ why: LaneWhy?) {
        let object = JSONValue.members([
            ("origin", .string(bundle.origin)), ("version", .integer(bundle.plan.version)),
            ("at", .string(bundle.at.text)), ("timeZone", .string(bundle.timeZone)),
            ("rules", .array(bundle.plan.rules.map(\.json))),
            ("ruleBook", .integer(bundle.ruleBook.count)),
            ("age", .string(age.rawValue)), ("why", why?.json),
        ])
        Terminal.say(JSONText.write(object))
    }
}

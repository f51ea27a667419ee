import ArgumentParser
import Foundation
import Ledger
import Mail
import Office

struct AdvisoryPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes an advisory, or a new version of one.",
        discussion: """
            EXAMPLES
              posthorn advisory publish us-customs.txt --as ada --office office
              posthorn advisory publish us-customs.txt --dry-run --office office

            The public reads it at once. Senders of affected items are told once for each version:
            --dry-run says how many that would be.
            """
    )

    @Argument(help: "The file, as posthorn advisory draft writes it: a new name, or one to update.")
    var file: String

    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who publishes it; recorded.")
    var author: String?

    @Flag(help: "Read the file and say what would be done.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let by = try LaneCommand.author(author)
        guard let bytes = FileManager.default.contents(atPath: file),
            let text = String(bytes: bytes, encoding: .utf8)
        else { throw CommandFailure(.notFound, "cannot read '\(file)'", hint: "check the name") }
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let (name, content): (AdvisoryName, AdvisoryContent)
        do throws(AdvisoryFile.Flaw) {
            (name, content) = try AdvisoryFile.read(text, calendar)
        } catch {
            throw CommandFailure(.usage, "\(file): \(error)", hint: error.hint)
        }
        let version = try view.ledger.advisory(name)?.version ?? 0
        let traffic = try view.ledger.liveLanes().filter { content.affects($0.lane) }
        let items = traffic.reduce(0) { $0 + $1.items }
        guard !dryRun else { return try rehearse(name, content, version + 1, items, view.ledger) }
        let order = AdvisoryOrder.publish(name, content, expecting: version, by: by)
        guard case .published(let version) = try await AdvisoryCommand.order(order, of: office)
        else { return }
        guard !json else {
            return Terminal.say(JSONText.write(object(name, version, items, "published")))
        }
        Terminal.say("\(name.text): version \(version) is published, \(items) items are affected")
        Terminal.say("who is told: posthorn advisory told \(name.text)")
    }

    /// What the writer would refuse is refused here, too.
    private func rehearse(
        _ name: AdvisoryName,
        _ content: AdvisoryContent,
        _ version: Int,
        _ items: Int,
        _ ledger: LedgerStore
    ) throws {
        do throws(AdvisoryRefusal) {
            try content.check(at: OfficeClock.machine.now())
        } catch {
            throw CommandFailure(OrderRefusal(error))
        }
        if let ended = try ledger.advisory(name)?.ended {
            throw CommandFailure(OrderRefusal(.ended(name, at: ended.at)))
        }
        guard !json else {
            return Terminal.say(JSONText.write(object(name, version, items, "dry-run")))
        }
        Terminal.say(
            "would publish \(name.text) as version \(version), \(items) items are affected"
        )
    }

    private func object(
        _ name: AdvisoryName,
        _ version: Int,
        _ items: Int,
        _ outcome: String
    ) -> JSONValue {
        .members([
            ("advisory", .string(name.text)), ("version", .integer(version)),
            ("outcome", .string(outcome)), ("affectedItems", .integer(items)),
        ])
    }
}

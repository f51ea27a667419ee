import ArgumentParser
import Foundation
import Ledger
import Mail
import Office

struct AdvisoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advisory",
        abstract: "Tells the public about lanes, in five languages, and the senders it is about.",
        discussion: """
            EXAMPLES
              posthorn advisory draft us-customs --lanes dest=US,data=yes --office office
              posthorn advisory publish us-customs.txt --as ada --office office
              posthorn advisory list --office office
              posthorn advisory told us-customs --office office
              posthorn advisory end us-customs --as ada --office office
              posthorn advisory export --to site --office office

            An advisory says since when something is so, until when or that nobody knows, what to do,
            and when there is more. It is on the status page, in the feeds and in the static copy at
            once. Senders whose items are on its lanes and have not left are told by mail (out/mail)
            and by webhook, once for each version; the journal says who and when.
            """,
        subcommands: [
            AdvisoryDraftCommand.self, AdvisoryPublishCommand.self, AdvisoryEndCommand.self,
            AdvisoryListCommand.self, AdvisoryShowCommand.self, AdvisoryToldCommand.self,
            AdvisoryExportCommand.self, AdvisoryCheckSiteCommand.self,
        ]
    )

    /// Has the office's writer carry out an order.
    static func order(
        _ order: AdvisoryOrder,
        of office: OfficeOption
    ) async throws -> AdvisoryAnswer {
        try await CommandDesk.use(of: office) { desk in
            try await desk.perform(order, at: OfficeClock.machine.now())
        }
    }

    static func name(_ text: String) throws -> AdvisoryName {
        guard let name = AdvisoryName(text) else {
            throw CommandFailure(
                .usage,
                "expected an advisory's name, found '\(text)'",
                hint: AdvisoryName.rule
            )
        }
        return name
    }

    /// The advisory of that name.
    static func history(
        _ name: AdvisoryName,
        _ ledger: LedgerStore
    ) throws -> AdvisoryHistory {
        guard let history = try ledger.advisory(name) else {
            throw CommandFailure(
                .notFound,
                "no advisory '\(name.text)'",
                hint: "posthorn advisory list"
            )
        }
        return history
    }

    /// Names that lane rules in force or to come give and that nothing was published under.
    static func missing(_ ledger: LedgerStore, at now: Moment) throws -> [String] {
        let known = Set(try ledger.advisories().map(\.name.text))
        let named = try ledger.lanePlan().rules
            .filter { rule in rule.setting.to.map { $0 > now } ?? true }
            .compactMap(\.setting.advisory)
        return Set(named).subtracting(known).sorted()
    }
}

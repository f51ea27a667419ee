import ArgumentParser
import Foundation
import Ledger
import Mail
import Office
import Web

struct AdvisoryDraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Writes a file to fill in, with sentences that the lane plan gives.",
        discussion: """
            EXAMPLES
              posthorn advisory draft us-customs --lanes dest=US,data=yes --office office
              posthorn advisory draft us-customs --to us.txt --office office

            Without --lanes it is about the lanes whose rules name it, or else about every lane that is
            not open. Of an advisory that is published, the draft is what it says now. Read it before
            you publish it: the sentences say what is so, and not why.
            """
    )

    @Argument(help: "The advisory's name.")
    var name: String

    @Option(parsing: .upToNextOption, help: "The lanes that it is about.")
    var lanes: [String] = []

    @Option(help: "The file to write; NAME.txt without it. One that is there is left alone.")
    var to: String?

    @OptionGroup var office: OfficeOption

    func run() async throws {
        let name = try AdvisoryCommand.name(name)
        let view = try await OfficeAtHand.view(office.directory)
        let judge = try view.lanes(sources: .process)
        let selectors = try lanes.map(LaneCommand.selector)
        let now = OfficeClock.machine.now()
        let draft = try AdvisoryDraft(
            name,
            selectors,
            judge,
            try view.ledger.advisory(name),
            at: now
        )
        guard let draft else {
            throw CommandFailure(
                .notFound,
                "every lane is open: there is nothing to draft from",
                hint: "name the lanes: --lanes dest=US,data=yes"
            )
        }
        let file = to ?? name.text + ".txt"
        let text = AdvisoryFile.write(name, draft.content, judge.calendar, note: draft.notes)
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
        } catch {
            throw CommandFailure(
                .failed,
                "cannot write '\(file)', or it is there already",
                hint: "name another with --to"
            )
        }
        Terminal.say("\(file): read it, fill it in, then posthorn advisory publish \(file)")
    }
}

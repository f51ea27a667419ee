import ArgumentParser
import Mail
import Office

struct LodgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lodge",
        abstract: "Lodges a file: each good row an item with its papers, each bad row told why.",
        discussion: """
            EXAMPLES
              posthorn lodge orders.csv --office office --out out
              posthorn lodge orders.csv --office office --out out --documents all
              posthorn lodge orders.csv --office office --out out --merged
              posthorn lodge orders.csv --office office --out out --dry-run
              posthorn lodge orders.csv --server https://office.example --key-file key --out out

            CSV of any delimiter and encoding, JSON, or JSON lines. Lodging the same file again
            gives the same items and writes the same files; after Ctrl-C or a crash it finishes.
            """
    )

    enum Documents: String, ExpressibleByArgument, CaseIterable {
        case usual
        case all
    }

    @Argument(help: "The file to lodge.")
    var file: String

    @OptionGroup var office: OfficeOption
    @OptionGroup var remote: RemoteOption

    @Option(help: "The folder for documents and for the file with what became of each row.")
    var out: String

    @Option(help: "Which documents: usual (form, label, message) or all.")
    var documents = Documents.usual

    @Flag(help: "Write one file for each kind of document.")
    var merged = false

    @Flag(help: "Print one JSON object: counts and results.")
    var json = false

    @Flag(help: "Say what would happen; record nothing, write nothing.")
    var dryRun = false

    func validate() throws {
        guard !(merged && documents == .all) else {
            throw ValidationError("--merged writes the usual kinds; leave out --documents all")
        }
    }

    func run() async throws {
        do {
            let stop = StopSignal.install()
            let summary: LodgeSummary
            if let client = try remote.client() {
                let run = RemoteRun(client: client)
                summary =
                    dryRun
                    ? try await run.check(file, json: json, verb: "would be lodged")
                    : try told(try await run.lodge(self, stop: stop), [])
            } else {
                let lodged = try LodgementFile(path: file)
                summary =
                    dryRun
                    ? try await rehearse(lodged) : try await lodge(lodged, stop: stop)
            }
            guard summary.refused == 0 else { throw summary.refusalStatus.code }
        } catch let fault as FileFault {
            throw CommandFailure(.failed, fault.description, hint: fault.hint)
        } catch let refusal as IntakeRefusal {
            throw CommandFailure(.someRefused, "\(file): \(refusal)", hint: refusal.hint)
        }
    }

    private func rehearse(_ lodged: LodgementFile) async throws -> LodgeSummary {
        try await FileCheck.run(
            lodged,
            try await OfficeAtHand.view(office.directory),
            json: json,
            verb: "would be lodged",
            clock: .machine
        )
    }

    private func lodge(
        _ lodged: LodgementFile,
        stop: @escaping () -> Bool
    ) async throws -> LodgeSummary {
        var desk = try await CommandDesk.open(office.directory)
        let steps = try OfficeOpening.steps(
            office.directory,
            desk,
            at: OfficeClock.machine.now(),
            sources: .process
        )
        let run = LodgeRun(command: self, office: desk.profile, steps: steps, stop: stop)
        let summary = try await run.lodge(lodged, on: &desk)
        let numbers = try desk.numbersLeft
        try await desk.close()
        return try told(summary, numbers)
    }

    private func told(
        _ summary: LodgeSummary,
        _ numbers: [NumberReport]
    ) throws -> LodgeSummary {
        tell(summary, numbers)
        if summary.isStopped {
            throw CommandFailure(
                .stoppedMidway,
                "stopped after \(summary.items) items of \(file)",
                hint: "run the same command again; it goes on where this one stopped"
            )
        }
        return summary
    }

    private func tell(_ summary: LodgeSummary, _ numbers: [NumberReport]) {
        for note in summary.notes { Terminal.note("note: \(note.text)") }
        for series in numbers where series.isLow {
            Terminal.note(
                "warning: \(series.remaining) numbers of \(series.series) are left"
                    + "\nhint: posthorn numbers load \(series.series) FIRST-LAST"
            )
        }
        guard !json else { return }
        Terminal.say(SummaryText.text(summary, file: file))
        Terminal.say("documents: \(out)/")
        Terminal.say("what became of each row: \(out)/\(ResultSheet.name(file))")
    }
}

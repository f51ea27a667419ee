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
            let lodged = try LodgementFile(path: file)
            let summary =
                try await dryRun ? rehearse(lodged) : lodge(lodged)
            guard summary.refused == 0 else { throw ExitStatus.someRefused.code }
        } catch let fault as FileFault {
            throw CommandFailure(.failed, fault.description, hint: fault.hint)
        } catch let refusal as IntakeRefusal {
            throw CommandFailure(.someRefused, "\(file): \(refusal)", hint: refusal.hint)
        }
    }

    private func rehearse(_ lodged: LodgementFile) async throws -> LodgeSummary {
        let view = try await OfficeView(office.directory, clock: .machine)
        return try await FileCheck.run(
            lodged,
            view,
            json: json,
            verb: "would be lodged",
            clock: .machine
        )
    }

    private func lodge(_ lodged: LodgementFile) async throws -> LodgeSummary {
        let clock = OfficeClock.machine
        let stop = StopSignal.install()
        var desk = try await OfficeOpening.open(
            office.directory,
            clock: clock,
            sources: .process
        )
        let folder = try OutputFolder(out)
        let step = try OfficeOpening.steps(office.directory, desk, at: clock.now())
        let output =
            merged
            ? step.print.merged(into: folder, stem: lodged.stem, office: desk.profile)
            : LodgeOutput.separate(
                SeparateFiles(folder: folder, print: step.print, all: documents == .all)
            )
        let lodging = FileLodging(
            file: lodged,
            check: step.check,
            output: output,
            clock: clock,
            isStopping: stop
        )
        var sheet = try ResultSheet(
            folder,
            lodged,
            language: desk.profile.language,
            mode: desk.profile.mode,
            json: json
        )
        var bar = ProgressBar("lodging \(file)", total: lodged.size)
        var read = 0
        let summary = try await lodging.run(&desk, progress: { read = $0 }) {
            try sheet.add($0, $1, $2)
            bar.show(read, note: "\(sheet.count) items")
        }
        bar.finish()
        try sheet.finish(summary)
        let numbers = desk.numberReports
        try await desk.close()
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

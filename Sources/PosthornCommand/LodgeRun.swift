import Mail
import Office

/// One run of `posthorn lodge` on an office, whoever keeps its desk.
struct LodgeRun {
    let command: LodgeCommand
    let office: OfficeProfile
    let steps: (check: CheckStep, print: PrintStep)
    let stop: () -> Bool

    func lodge(
        _ lodged: LodgementFile,
        on desk: inout some RecordingDesk & ~Copyable
    ) async throws -> LodgeSummary {
        let folder = try OutputFolder(command.out)
        let output =
            command.merged
            ? steps.print.merged(into: folder, stem: lodged.stem, office: office)
            : LodgeOutput.separate(
                SeparateFiles(
                    folder: folder,
                    print: steps.print,
                    all: command.documents == .all
                )
            )
        let lodging = FileLodging(
            file: lodged,
            check: steps.check,
            output: output,
            clock: .machine,
            isStopping: stop
        )
        var sheet = try ResultSheet(
            folder,
            lodged,
            json: command.json
        )
        var bar = ProgressBar("lodging \(command.file)", total: lodged.size)
        var read = 0
        let summary = try await lodging.run(&desk, progress: { read = $0 }) {
            let answer = Answer(
                reference: $0.lodgement.reference,
                mode: office.mode,
                outcome: $1,
                documents: $2,
                language: office.language
            )
            try sheet.add($0, answer)
            bar.show(read, note: "\(sheet.count) items")
        }
        bar.finish()
        try sheet.finish(summary)
        return summary
    }
}

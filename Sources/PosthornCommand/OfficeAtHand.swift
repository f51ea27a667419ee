import Mail
import Office

/// The office a command works on: opened by the command, or served by another process.
enum OfficeAtHand {
    /// The office to look at.
    static func view(_ directory: OfficeDirectory) async throws -> OfficeView {
        guard let desk = try await ServedDesk.find(directory) else {
            return try await ResumeNote.around(directory) {
                try await OfficeView(directory, clock: .machine)
            }
        }
        return desk.view
    }

    /// Records entries that are decided already.
    static func record(_ entries: [Entry], in directory: OfficeDirectory) async throws {
        var desk = try await CommandDesk.open(directory)
        try await desk.record(entries, at: OfficeClock.machine.now())
        try await desk.close()
    }
}

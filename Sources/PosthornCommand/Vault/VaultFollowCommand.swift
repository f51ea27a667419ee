import ArgumentParser
import Journal
import Mail
import Office
import Synchronization
import Vault

struct VaultFollowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Brings back the history of an office whose desk was restored first.",
        discussion: """
            EXAMPLES
              posthorn vault follow --office office
              posthorn vault follow --office office --json

            `posthorn serve` does the same while it works. Fetches what is missing from the vaults
            that were restored from and from those of the office, each bundle proven before it is
            written; posts the ledger from the first entry on; and compares it with the snapshot
            that the desk began from. Broken off, the same command goes on.

            Exit status: 0 all is back, 7 the snapshot differed from history, 69 no vault has what
            is missing, 75 the office is served and follows by itself.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let directory = office.directory
        guard try !LocalSocket(directory).isServed else { throw try Self.served(directory) }
        var desk = try await OfficeOpening.open(
            directory,
            clock: .machine,
            sources: .process,
            follows: true
        )
        let outcome: ReturnedHistory.Outcome?
        do {
            outcome = try await follow(directory, &desk)
        } catch {
            try await desk.close()
            guard let fault = error as? VaultFault else { throw error }
            throw CommandFailure(.serviceDown, "\(fault)", hint: fault.hint)
        }
        let lags = try await desk.close()
        for lag in lags { Terminal.note("vault \(lag)") }
        try tell(outcome)
    }

    private func follow(
        _ directory: OfficeDirectory,
        _ desk: inout OfficeDesk
    ) async throws -> ReturnedHistory.Outcome? {
        let follower = HistoryFollower(directory, desk.book, clock: .machine)
        let meter = json ? nil : FollowMeter()
        let history = try await follower.prepare(progress: { meter?.show($0) })
        meter?.finish()
        guard let history else { return nil }
        return try await desk.adopt(history, at: OfficeClock.machine.now())
    }

    private func tell(_ outcome: ReturnedHistory.Outcome?) throws {
        if json {
            let twice = outcome?.twice ?? []
            Terminal.say(
                JSONText.write(
                    .members([
                        ("whole", .bool(true)), ("difference", .text(outcome?.difference)),
                        (
                            "lodgedTwice",
                            .array(
                                twice.map {
                                    .members([
                                        ("item", .string($0.item.text)),
                                        ("first", .string($0.first.text)),
                                    ])
                                }
                            )
                        ),
                    ])
                )
            )
        } else {
            Terminal.say("all of history is back")
            for (item, first) in outcome?.twice ?? [] {
                Terminal.say("lodged twice: \(item.text), which was \(first.text) before")
            }
        }
        guard let difference = outcome?.difference else { return }
        throw CommandFailure(.verificationFailed, difference, hint: RestoreAlarm.remedy)
    }

    private static func served(_ directory: OfficeDirectory) throws -> CommandFailure {
        let gap = try OfficeView(served: directory).restoring()
        return CommandFailure(
            .tryAgain,
            gap.map { "\(directory.root) is served and follows by itself: \($0.text) are back" }
                ?? "\(directory.root) is served, and all of its history is back",
            hint: "/readyz?verbose on its admin port tells how far it is"
        )
    }
}

/// How far it has come, for a person who waits.
private final class FollowMeter: Sendable {
    private let bar = Mutex(ProgressBar("following", total: 100))

    func show(_ stage: HistoryFollower.Stage) {
        bar.withLock { $0.show(stage.percent, note: stage.text) }
    }

    func finish() { bar.withLock { $0.finish() } }
}

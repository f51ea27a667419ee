import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct KeysEscrowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escrow",
        abstract: "Where copies of the keys are kept, apart from what they open.",
        subcommands: [EscrowAddCommand.self, EscrowListCommand.self, EscrowStatusCommand.self]
    )
}

struct EscrowAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes a folder elsewhere, or a bucket, an escrow, and fills it.",
        discussion: """
            EXAMPLES
              posthorn keys escrow add /media/stick/posthorn-escrow --office office
              posthorn keys escrow add s3+https://objects.example/mail-escrow/gb \\
                  --credentials keys/escrow-offsite --office office

            Copies are locked for 35 days and renewed weekly while their month lives. Never a
            vault's place: a vault keeps for ever, and forgetting needs the keys to die.
            """
    )

    @OptionGroup var office: OfficeOption

    @Argument(help: "The folder, from /, or s3+https://host/bucket/prefix.")
    var path: String

    @Option(help: "For a bucket: a file with access key and secret, relative to the office.")
    var credentials: String?

    func run() async throws {
        let added = try await KeysCommand.performing {
            guard let place = S3Place(path) else {
                return try await EscrowDesk.add(path, to: office.directory, clock: .machine)
            }
            guard let credentials else { throw EscrowDesk.Refusal.noCredentials(path) }
            let store = EscrowSettings.Store(place, credentials: credentials)
            return try await EscrowDesk.add(store, to: office.directory, clock: .machine)
        }
        for fault in added.report.faults { Terminal.note("not reached: \(fault)") }
        if added.isSameDevice {
            Terminal.note("\(path) is on the office's own disk: whoever locks it locks both")
        }
        Terminal.say("\(path): copies put there: \(added.report.added.count)")
    }
}

struct EscrowListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every copy, with the day its lock ends.",
        discussion: """
            EXAMPLES
              posthorn keys escrow list --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let all = try await KeysCommand.performing {
            try await EscrowDesk.status(office.directory, clock: .machine)
        }
        guard !json else {
            return Terminal.say(
                JSONText.write(.members([("escrows", .array(all.map(\.json)))]))
            )
        }
        for status in all {
            for copy in status.living {
                Terminal.say("\(copy.escrow)  \(copy.object)  locked until \(copy.lockedUntil)")
            }
            for copy in status.dying {
                Terminal.say("\(copy.escrow)  \(copy.object)  dies \(copy.lockedUntil)")
            }
            if let fault = status.fault { Terminal.say("\(status.escrow)  NOT REACHED: \(fault)") }
        }
    }
}

struct EscrowStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Whether each escrow holds what it must. Ends with 1 when one does not.",
        discussion: """
            EXAMPLES
              posthorn keys escrow status --office office
              posthorn keys escrow status --office office --json
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let all = try await KeysCommand.performing {
            try await EscrowDesk.status(office.directory, clock: .machine)
        }
        let now = UnixTime(seconds: OfficeClock.machine.now().milliseconds / 1000)
        if json {
            Terminal.say(JSONText.write(.members([("escrows", .array(all.map(\.json)))])))
        } else {
            for status in all { Terminal.say(text(status, at: now)) }
        }
        guard !all.isEmpty else {
            throw CommandFailure(
                .failed,
                "this office has no escrow",
                hint: "posthorn keys escrow add /media/stick/escrow --office \(office.path)"
            )
        }
        guard all.allSatisfy({ $0.isWhole(at: now) }) else { throw ExitStatus.failed.code }
    }

    private func text(_ status: EscrowStatus, at now: UnixTime) -> String {
        if let fault = status.fault { return "FAILS  \(status.escrow): not reached: \(fault)" }
        let until = status.lockedUntil.map { "locked until \($0)" } ?? "empty"
        let counts =
            "\(status.living.count) in use, \(status.missing.count) missing, \(status.due.count) due,"
            + " \(status.dying.count) dying"
        return
            "\(status.isWhole(at: now) ? "ok   " : "FAILS")  \(status.escrow): \(counts), \(until)"
    }
}

extension EscrowStatus {
    fileprivate var json: JSONValue {
        func list(_ copies: [EscrowCopy]) -> JSONValue {
            .array(
                copies.map { copy in
                    .members([
                        ("object", .string(copy.object)),
                        ("lockedUntil", .string("\(copy.lockedUntil)")),
                    ])
                }
            )
        }
        return .members([
            ("escrow", .string(escrow)), ("living", list(living)), ("dying", list(dying)),
            ("missing", .array(missing.map { .string($0) })),
            ("due", .array(due.map { .string($0) })), ("fault", .text(fault)),
        ])
    }
}

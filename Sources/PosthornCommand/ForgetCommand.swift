import ArgumentParser
import Journal
import Mail
import Office

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erases a month's personal data by destroying its keys. Two people confirm.",
        discussion: """
            EXAMPLES
              posthorn forget --epoch 2021-03 --office office
              posthorn forget --epoch 2021-03 --office office \\
                --confirm ada=2021-03-personal --confirm ben=2021-03-personal

            Without confirmations it shows what would be destroyed and changes nothing. Numbers,
            lanes and proofs stay; names, addresses and contents of that month are gone for good.
            Copies of the keys in an escrow die when their lock ends: each is listed with its day.
            Files in the office's own out/ and in/ go too: those named after an item of the month,
            and those last written in it, which may hold many items; so does what people began in a
            browser and did not finish. What was written elsewhere or sent is not ours to erase.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The month, such as 2021-03.")
    var epoch: String

    @Option(help: "NAME=EPOCH: who confirms, and the epoch typed again. Give it twice.")
    var confirm: [String] = []

    @Flag(help: "Show what would be destroyed, whoever confirmed.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        guard let month = CalendarMonth(epoch) else {
            throw CommandFailure(.usage, "expected a month such as 2021-03, found \(epoch)")
        }
        let isAsking = confirm.isEmpty || dryRun
        guard try !LocalSocket(office.directory).isServed else {
            throw CommandFailure(
                .tryAgain,
                "\(office.path) is served",
                hint: "stop `posthorn serve` first: forgetting needs the office for itself"
            )
        }
        do {
            let plan = try await OfficeForgetting.run(
                office.directory,
                month: month,
                confirmations: isAsking ? nil : try confirmations(),
                clock: .machine
            )
            Terminal.say(json ? JSONText.write(plan.json(done: !isAsking)) : text(plan, isAsking))
        } catch let refusal as ForgetRefusal {
            let lines = "\(refusal)".split(separator: "\n", maxSplits: 1).map(String.init)
            throw CommandFailure(
                refusal.status,
                lines[0],
                hint: lines.dropFirst().first.map { String($0.dropFirst("hint: ".count)) }
            )
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        }
        guard !isAsking || dryRun else {
            throw CommandFailure(
                .needsConfirmation,
                "nothing was destroyed",
                hint: "two people add --confirm NAME=\(month)-personal"
            )
        }
    }

    private func confirmations() throws -> [Forgetting.Confirmation] {
        try confirm.map { text in
            guard let split = text.firstIndex(of: "=") else {
                throw CommandFailure(.usage, "expected NAME=EPOCH, found \(text)")
            }
            return Forgetting.Confirmation(
                person: String(text[..<split]),
                typed: String(text[text.index(after: split)...])
            )
        }
    }

    private func text(_ office: OfficeForgetting.Plan, _ isAsking: Bool) -> String {
        let plan = office.keys
        let verb = isAsking ? "would destroy" : "destroyed"
        let removed = isAsking ? "would be removed" : "removed"
        var lines = ["\(plan.epoch): \(verb) data keys: \(plan.keys.count)"]
        lines += plan.files.map { "  keys/\($0): \(removed)" }
        lines += office.spooled.map { "  \($0): \(removed)" }
        if office.unfinished > 0 {
            lines.append("  begun and not finished: \(office.unfinished): \(removed)")
        }
        lines += plan.copies.map { "  \($0.escrow), \($0.object): dies \($0.lockedUntil)" }
        lines.append("complete: \(plan.complete)")
        return lines.joined(separator: "\n")
    }
}

extension ForgetRefusal {
    fileprivate var status: ExitStatus {
        switch self {
        case .needsConfirmation: .needsConfirmation
        case .unknownEpoch: .notFound
        case .stateIsKept, .monthNotOver, .itemsOpen: .refusedByPolicy
        }
    }
}

extension OfficeForgetting.Plan {
    fileprivate func json(done: Bool) -> JSONValue {
        let copies = keys.copies.map { copy in
            JSONValue.members([
                ("escrow", .string(copy.escrow)), ("object", .string(copy.object)),
                ("dies", .string("\(copy.lockedUntil)")),
            ])
        }
        return .members([
            ("epoch", .string("\(keys.epoch)")), ("forgotten", .bool(done)),
            ("keys", .array(keys.keys.map { .string("\($0)") })),
            ("files", .array(keys.files.map { .string($0) })),
            ("spooled", .array(spooled.map { .string($0) })), ("unfinished", .integer(unfinished)),
            ("copies", .array(copies)), ("complete", .string("\(keys.complete)")),
        ])
    }
}

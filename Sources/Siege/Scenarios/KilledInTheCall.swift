import Foundation
import Journal

/// A23: the process that records an item is killed in one system call after the other.
///
/// What was acknowledged is there; what was not is there as a whole, or not at all; and asking again
/// finds it, or records it once.
enum KilledInTheCall {
    static let scenario = Scenario(
        name: .killedInTheCall,
        title: "killed in every system call of a lodgement",
        defence: "the write before each answer: the disk forgets its newest",
        run: run
    )

    private static let calls = ["pwrite64", "fdatasync", "fsync", "link", "unlink", "rename"]

    private struct Point: Sendable {
        let call: String
        let ordinal: Int
    }

    private static func run(_ field: Field) async throws -> Outcome {
        guard let strace = field.kit.strace else {
            throw Siege.Skip("no strace on this machine: apt-get install strace")
        }
        var outcome = Outcome()
        var attacker = Attacker(seed: field.seed)
        let office = try await StakedOffice(on: field)
        let all = try await points(strace, office, field)
        guard all.count > calls.count else { throw Siege.Stuck("strace shows too few calls") }
        let chosen = field.size == .full ? all : attacker.choose(field.isDisarmed ? 1 : 4, of: all)
        let early = try field.ground.path("early")
        try Attacker.copy(office.file("journal"), to: early)
        for point in chosen { try await kill(strace, office, field, point, &outcome) }
        outcome.detected = 0
        outcome.said = "no answer: whoever asks again is told (\(chosen.count) calls)"

        if field.isDisarmed {
            try Attacker.remove(office.file("journal"))
            try Attacker.copy(early, to: office.file("journal"))
            for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
                try Attacker.remove(office.file(name))
            }
        }
        let next = ContinuousClock.now
        if try await office.nextDocument() {
            outcome.nextDocument = Clients.seconds(since: next)
        }
        outcome.compare(office.book, with: try await Recovered.read(office.path))
        return outcome
    }

    private static func order(_ office: StakedOffice) throws -> (String, [String]) {
        let reference = office.book.next()
        let input = try office.ground.path("\(reference).jsonl")
        try Attacker.write(Array((Clients.body(reference) + "\n").utf8), to: input)
        let out = try office.ground.path("\(reference)-out")
        return (
            reference,
            [
                "lodge", input.absolute, "--out", out.absolute, "--json", "--office",
                office.path.absolute,
            ]
        )
    }

    /// The calls of one lodgement that touch the office, each counted within its thread.
    private static func points(
        _ strace: Tool,
        _ office: StakedOffice,
        _ field: Field
    ) async throws -> [Point] {
        let log = try field.ground.path("trace")
        let (reference, lodge) = try order(office)
        let traced = try await strace.run(
            ["-f", "-qq", "-y", "-o", log.absolute, "-e", "trace=\(calls.joined(separator: ","))"]
                + [field.kit.posthorn.path] + lodge
        )
        guard traced.status == 0, let item = item(traced.output) else {
            throw Siege.Skip("strace traces nothing here: \(traced.brief)")
        }
        office.book.acknowledge(reference, item)
        var counts: [String: Int] = [:]
        var found: Set<String> = []
        var points: [Point] = []
        let text = String(
            decoding: try Data(contentsOf: URL(filePath: log.absolute)),
            as: UTF8.self
        )
        for line in text.split(separator: "\n") {
            guard let thread = line.split(separator: " ").first,
                let call = calls.first(where: { line.contains(" \($0)(") })
            else { continue }
            counts["\(thread) \(call)", default: 0] += 1
            let ordinal = counts["\(thread) \(call)"] ?? 0
            guard line.contains(office.path.absolute),
                found.insert("\(call) \(ordinal)").inserted
            else { continue }
            points.append(Point(call: call, ordinal: ordinal))
        }
        return points
    }

    private static func kill(
        _ strace: Tool,
        _ office: StakedOffice,
        _ field: Field,
        _ point: Point,
        _ outcome: inout Outcome
    ) async throws {
        let name = "\(point.call) \(point.ordinal)"
        let (reference, lodge) = try order(office)
        let killed = try await strace.run(
            [
                "-f", "-qq", "-o", "/dev/null", "-e",
                "inject=\(point.call):signal=SIGKILL:when=\(point.ordinal)",
            ] + [field.kit.posthorn.path] + lodge
        )
        let told = killed.status == 0 ? item(killed.output) : nil
        if let told { office.book.acknowledge(reference, told) }
        let check = try JournalCheck.run(
            directory: office.path.absolute,
            trust: .keyBesideLog
        )
        outcome.claim(check.isWhole, "\(name): the journal is not whole: \(check.findings)")
        let again = try await field.kit.posthorn.run(lodge)
        guard again.status == 0, let item = item(again.output) else {
            return outcome.claim(false, "\(name): asking again ended with \(again.brief)")
        }
        outcome.claim(told == nil || told == item, "\(name): the same item got another number")
        office.book.acknowledge(reference, item)
    }

    private static func item(_ output: String) -> String? {
        StakedOffice.item(inAnswer: output)
    }
}

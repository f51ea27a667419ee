import Foundation
import Testing

@testable import Journal
@testable import Vault

@Suite("A journal and its witnesses")
struct WitnessSessionTests {
    private let journal: WitnessedJournal
    private let witnesses: [PretendWitness]
    private let now = UnixTime(seconds: 1_000)

    init() throws {
        journal = try WitnessedJournal()
        let log = journal.key.verifierKey
        witnesses = try ["w1", "w2", "w3"].map { try PretendWitness($0, log: log) }
    }

    private func session(
        _ quorum: String = "group g 2 w1 w2 w3\nquorum g"
    ) throws -> WitnessSession {
        WitnessSession(
            journal: journal.folder,
            policy: try PretendWitness.policy(journal.key.verifierKey, witnesses, quorum: quorum),
            maxAge: 600,
            transport: PretendWitness.network(witnesses)
        )
    }

    @Test("all cosign it as it grows; the public checkpoint carries their lines")
    func cosigned() async throws {
        let session = try session()
        let writer = try journal.create()
        for range in [0..<3, 3..<300, 300..<301] {
            _ = try await writer.append(WitnessedJournal.entries(range))
            let outcome = try await session.publish(writer, at: now)
            #expect(outcome.cosigned == ["w1", "w2", "w3"])
            #expect(
                try session.age(at: now)
                    == .fresh(size: TreeSize(UInt64(range.upperBound)), since: now)
            )
        }
        // Three rounds, no wrong guess: the last round tells what each has seen.
        #expect(witnesses.map(\.requests) == [3, 3, 3])
        try await writer.close()
        let published = try JournalReader(directory: journal.folder).checkpoint
        #expect(published.note.signatures.count == 4)
        #expect(try session.policy.judge(published.note).isQuorum)
        #expect(
            try JournalCheck.run(directory: journal.folder, trust: .policy(session.policy)).isWhole
        )
    }

    @Test("a later word of a witness takes the place of its earlier one")
    func again() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<3))
        for time in [1_000, 1_400, 1_800] as [UInt64] {
            for witness in witnesses { witness.set(time: time) }
            let outcome = try await session.publish(writer, at: now)
            #expect(outcome.note.signatures.count == 4)
        }
        try await writer.close()
        #expect(try JournalReader(directory: journal.folder).checkpoint.note.signatures.count == 4)
        let late = UnixTime(seconds: 2_000)
        #expect(
            try session.age(at: late) == .fresh(size: TreeSize(3), since: UnixTime(seconds: 1_800))
        )
    }

    @Test("without the memory of the last round one more request finds the right proof")
    func forgetful() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<5))
        _ = try await session.publish(writer, at: now)
        try FileManager.default.removeItem(atPath: journal.folder + "/witness")
        _ = try await writer.append(WitnessedJournal.entries(5..<9))
        #expect(try await session.publish(writer, at: now).cosigned.count == 3)
        #expect(witnesses.map(\.requests) == [3, 3, 3])
        try await writer.close()
    }

    @Test("one that is down, forges or errs is named, and the quorum stands without it")
    func moods() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<5))
        let moods: [(PretendWitness.Mood, String)] = [
            (.down, "unreachable"), (.forging, "refused"), (.answering(404), "refused"),
            (.answering(500), "refused"), (.boasting(0), "refused"),
        ]
        for (mood, word) in moods {
            witnesses[2].be(mood)
            let outcome = try await session.publish(writer, at: now)
            #expect(outcome.verdicts["w3"]?.word == word, "\(mood)")
            #expect(outcome.cosigned == ["w1", "w2"])
            #expect(try !session.age(at: now).isAlarm)
        }
        witnesses[1].be(.down)
        #expect(try await session.publish(writer, at: now).cosigned == ["w1"])
        // The quorum of the round before is kept, and grows old.
        #expect(try session.age(at: UnixTime(seconds: 1_600)).isAlarm == false)
        #expect(try session.age(at: UnixTime(seconds: 1_601)).isAlarm)
        try await writer.close()
    }

    @Test("a journal that was rolled back is refused by all, and the refusal is kept")
    func rolledBack() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<5))
        _ = try await session.publish(writer, at: now)
        try await writer.close()
        let old = try journal.copy()
        let again = try journal.open()
        _ = try await again.append(WitnessedJournal.entries(5..<9))
        _ = try await session.publish(again, at: now)
        try await again.close()

        try journal.replace(by: old)
        let outcome = try await session.inquire(at: now)
        #expect(
            outcome.verdicts == [
                "w1": .ahead(TreeSize(9)), "w2": .ahead(TreeSize(9)), "w3": .ahead(TreeSize(9)),
            ]
        )
        let start = WitnessStart.decide(
            ours: outcome.checkpoint,
            verdicts: outcome.verdicts,
            policy: session.policy
        )
        #expect(start == .behind(seen: TreeSize(9), by: ["w1", "w2", "w3"]))
        let kept = try WitnessShelf(journal: journal.folder).refusals()
        #expect(kept == ["w1", "w2", "w3"].map { "1970-01-01T00:16:40Z-\($0)-ahead" })
        let folder = journal.folder + "/witness/evidence/" + kept[0]
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                "answer", "request",
            ]
        )
        #expect(try String(contentsOfFile: folder + "/answer", encoding: .utf8) == "409\n9\n")
        let request = try String(contentsOfFile: folder + "/request", encoding: .utf8)
        #expect(request.hasPrefix("old 5\n\nposthorn.example/test\n5\n"))
        // What a crash-free refusal leaves is part of the format.
        #expect(try JournalCheck.run(directory: journal.folder, trust: .keyBesideLog).isWhole)
    }

    @Test("a journal that goes on from an old copy is a fork, and is not cosigned")
    func forked() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<5))
        _ = try await session.publish(writer, at: now)
        try await writer.close()
        let old = try journal.copy()
        let again = try journal.open()
        _ = try await again.append(WitnessedJournal.entries(5..<9))
        _ = try await session.publish(again, at: now)
        try await again.close()

        try journal.replace(by: old)
        let other = try journal.open()
        _ = try await other.append(WitnessedJournal.entries(5..<12, "another"))
        let outcome = try await session.publish(other, at: now)
        try await other.close()
        #expect(outcome.verdicts == ["w1": .forked, "w2": .forked, "w3": .forked])
        let start = WitnessStart.decide(
            ours: outcome.checkpoint,
            verdicts: outcome.verdicts,
            policy: session.policy
        )
        #expect(start == .forked(by: ["w1", "w2", "w3"]))
        #expect(try JournalReader(directory: journal.folder).checkpoint.note.signatures.count == 1)
    }

    @Test("a tree that witnesses saw and the journal has not is a finding of its check")
    func check() async throws {
        let session = try session()
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<5))
        try await writer.close()
        let old = try journal.copy()
        let again = try journal.open()
        _ = try await again.append(WitnessedJournal.entries(5..<9))
        _ = try await session.publish(again, at: now)
        try await again.close()
        let shelf = try Data(contentsOf: URL(filePath: journal.folder + "/witness/cosigned"))
        try journal.replace(by: old)
        try FileManager.default.createDirectory(
            atPath: journal.folder + "/witness",
            withIntermediateDirectories: true
        )
        try shelf.write(to: URL(filePath: journal.folder + "/witness/cosigned"))
        let report = try JournalCheck.run(directory: journal.folder, trust: .keyBesideLog)
        #expect(!report.isWhole)
        #expect(report.findings.map(\.path) == ["witness/cosigned"])
    }
}

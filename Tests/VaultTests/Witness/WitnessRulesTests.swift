import Testing

@testable import Journal
@testable import Vault

/// The start rule of an office and the age of its witnesses' word, as tables.
@Suite("What follows from what witnesses say")
struct WitnessRulesTests {
    private static let line = SignedNote.Signature(name: "w", keyID: 1, bytes: [])
    private static let yes = WitnessVerdict.cosigned(line, time: 1)
    private static let gone = WitnessVerdict.unreachable("no route")
    private static let more = WitnessVerdict.ahead(TreeSize(9))

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let verdicts: [WitnessVerdict]
        let start: WitnessStart
    }

    static let rows = [
        Row(
            testDescription: "all agree",
            verdicts: [yes, yes, yes],
            start: .witnessed(dissent: [])
        ),
        Row(
            testDescription: "a quorum is enough",
            verdicts: [yes, yes, gone],
            start: .witnessed(dissent: [])
        ),
        Row(
            testDescription: "one that lies keeps no office from starting, and is named",
            verdicts: [yes, yes, more],
            start: .witnessed(dissent: ["w3"])
        ),
        Row(
            testDescription: "a quorum has seen more",
            verdicts: [more, more, gone],
            start: .behind(seen: TreeSize(9), by: ["w1", "w2"])
        ),
        Row(
            testDescription: "a quorum answers and does not agree",
            verdicts: [yes, more, gone],
            start: .behind(seen: TreeSize(9), by: ["w2"])
        ),
        Row(
            testDescription: "the largest size that was seen is told",
            verdicts: [.ahead(TreeSize(12)), more, .forked],
            start: .behind(seen: TreeSize(12), by: ["w1", "w2"])
        ),
        Row(
            testDescription: "a quorum has seen another tree",
            verdicts: [.forked, .forked, yes],
            start: .forked(by: ["w1", "w2"])
        ),
        Row(
            testDescription: "nobody answers",
            verdicts: [gone, gone, gone],
            start: .unwitnessed(missing: ["w1", "w2", "w3"], claims: [])
        ),
        Row(
            testDescription: "one answers",
            verdicts: [yes, gone, .refused("it does not know this log")],
            start: .unwitnessed(missing: ["w2", "w3"], claims: [])
        ),
        Row(
            testDescription: "one alone says that it saw more: the office starts, with an alarm",
            verdicts: [more, gone, gone],
            start: .unwitnessed(missing: ["w2", "w3"], claims: ["w1"])
        ),
    ]

    private static func policy(_ quorum: String) throws -> TlogPolicy {
        let log = try SigningKey(name: "log", seed: [UInt8](repeating: 1, count: 32)).verifierKey
        let lines = try (1...3)
            .map { number in
                let key = try VerifierKey(
                    name: "w\(number)",
                    algorithm: .cosignature,
                    key: [UInt8](repeating: UInt8(number), count: 32)
                )
                return "witness w\(number) \(key) http://w\(number)\n"
            }
        return try TlogPolicy("log \(log)\n\(lines.joined())group g 2 w1 w2 w3\nquorum \(quorum)\n")
    }

    private static func ours(_ size: UInt64 = 5, root: UInt8 = 1) throws -> Checkpoint {
        let root = try #require(Digest([UInt8](repeating: root, count: 32)))
        return Checkpoint(origin: "log", size: TreeSize(size), root: root)
    }

    @Test("a start", arguments: rows)
    func start(_ row: Row) throws {
        let names = ["w1", "w2", "w3"]
        let start = WitnessStart.decide(
            ours: try Self.ours(),
            verdicts: Dictionary(uniqueKeysWithValues: zip(names, row.verdicts)),
            policy: try Self.policy("g")
        )
        #expect(start == row.start)
        let mayStart: Bool
        let skips: Bool
        switch row.start {
        case .witnessed: (mayStart, skips) = (true, false)
        case .unwatched, .unwitnessed: (mayStart, skips) = (true, true)
        case .behind, .forked: (mayStart, skips) = (false, true)
        }
        #expect(start.mayStart == mayStart && start.skipsAboveMark == skips)
    }

    @Test("a checkpoint that this log signed counts whoever shows it")
    func proven() throws {
        let all = ["w1": Self.yes, "w2": Self.yes, "w3": Self.yes]
        let policy = try Self.policy("g")
        func start(_ proven: Checkpoint?, _ policy: TlogPolicy?) throws -> WitnessStart {
            WitnessStart.decide(
                ours: try Self.ours(),
                verdicts: all,
                policy: policy,
                proven: proven
            )
        }
        let shown = ["a signed checkpoint"]
        #expect(try start(Self.ours(6), policy) == .behind(seen: TreeSize(6), by: shown))
        #expect(try start(Self.ours(6), nil) == .behind(seen: TreeSize(6), by: shown))
        #expect(try start(Self.ours(5, root: 2), policy) == .forked(by: shown))
        #expect(try start(Self.ours(5), policy) == .witnessed(dissent: []))
        #expect(try start(Self.ours(4, root: 2), policy) == .witnessed(dissent: []))
        #expect(try start(nil, nil) == .unwatched)
        #expect(try start(nil, Self.policy("none")) == .unwatched)
    }

    @Test("every answer has words, and those that stop have a hint", arguments: rows)
    func words(_ row: Row) {
        #expect(!row.start.text.isEmpty)
        if !row.start.mayStart { #expect(row.start.hint != nil) }
    }

    @Test("the quorum is as old as its oldest member that it needs")
    func age() throws {
        let log = try WitnessedJournal().key
        let witnesses = try ["w1", "w2", "w3"].map { try PretendWitness($0, log: log.verifierKey) }
        let policy = try PretendWitness.policy(
            log.verifierKey,
            witnesses,
            quorum: "group g 2 w1 w2 w3\nquorum g"
        )
        let signed = try SignedCheckpoint(
            Checkpoint(origin: log.verifierKey.name, size: .zero, root: TreeHash.empty),
            signer: log
        )
        var note = signed.note
        func judge(_ now: Int64) -> WitnessAge {
            WitnessAge.judge(note, policy: policy, now: UnixTime(seconds: now), maxAge: 600)
        }
        #expect(judge(0) == .never)
        for (witness, time) in zip(witnesses, [1_000, 2_000, 3_000] as [UInt64]) {
            note = note.adding(try witness.cosigned(signed, at: time))
        }
        let since = UnixTime(seconds: 2_000)
        #expect(judge(2_600) == .fresh(size: .zero, since: since))
        #expect(judge(2_601) == .stale(size: .zero, since: since))
        #expect(judge(1_700) == .fresh(size: .zero, since: since))
        #expect(judge(1_699) == .clockBehind(seconds: 301))
        #expect(judge(2_601).isAlarm && judge(1_699).isAlarm && !judge(2_600).isAlarm)
    }

    @Test(
        "a round is due when the journal has grown or the word grows old, once a minute at most",
        arguments: [
            (59, 0, 9, false), (60, 0, 9, true), (60, 0, 5, false), (300, 0, 5, false),
            (301, 0, 5, true), (301, 250, 9, false), (310, 250, 9, true), (100, 200, 9, true),
        ] as [(Int64, Int64, UInt64, Bool)]
    )
    func schedule(now: Int64, lastAsked: Int64, size: UInt64, isDue: Bool) {
        let due = WitnessSchedule.isDue(
            now: UnixTime(seconds: now),
            lastAsked: UnixTime(seconds: lastAsked),
            size: TreeSize(size),
            age: .fresh(size: TreeSize(5), since: UnixTime(seconds: 0)),
            maxAge: 600
        )
        #expect(due == isDue)
    }

    @Test(
        "an answer is read by its status, and what none should be is refused",
        arguments: [
            (409, "text/x.tlog.size", "17\n", WitnessAnswer.knows(TreeSize(17))),
            (
                409, "text/plain", "17\n",
                .refused("it answered 409 without the size that it knows")
            ),
            (
                409, "text/x.tlog.size", "017\n",
                .refused("it answered 409 without the size that it knows")
            ),
            (422, "", "", .inconsistent),
            (403, "", "", .refused("it does not trust the key that signed")),
            (200, "", "nothing\n", .refused("it answered 200 without a signature line")),
            (503, "", "", .refused("it answered with status 503")),
        ] as [(Int, String, String, WitnessAnswer)]
    )
    func answers(status: Int, type: String, body: String, answer: WitnessAnswer) {
        let response = WitnessResponse(status: status, contentType: type, body: Array(body.utf8))
        #expect(WitnessAnswer(response) == answer)
    }
}

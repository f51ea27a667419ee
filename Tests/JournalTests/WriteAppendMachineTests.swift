import JournalSimulation
import Testing

@testable import Journal

@Suite("AppendMachine and its queue")
struct WriteAppendMachineTests {
    private static func machine() throws -> AppendMachine<Int> {
        let key = try TestKeys.signing()
        let empty = Checkpoint(
            origin: key.verifierKey.name,
            size: .zero,
            root: TreeHash.empty
        )
        return AppendMachine(
            signer: key,
            incarnation: 4,
            frontier: Frontier(),
            durable: try SignedCheckpoint(empty, signer: key)
        )
    }

    private static func submission(_ ticket: Int, _ count: Int) throws -> Submission<Int> {
        try Submission(
            TestEntries.entries(0..<count),
            ticket: ticket,
            limits: JournalLimits()
        )
    }

    @Test("a batch becomes one segment; who is in it is answered once it has landed")
    func batch() throws {
        var machine = try Self.machine()
        let actions = try machine.submit([Self.submission(1, 2), Self.submission(2, 3)])
        guard case .write(let segment)? = actions.first, actions.count == 1 else {
            Issue.record("expected one segment, found \(actions)")
            return
        }
        #expect(segment.first == EntryIndex(0) && segment.count == 5 && segment.incarnation == 4)
        #expect(machine.durable.checkpoint.size == .zero)
        var answers: [Int: Range<EntryIndex>] = [:]
        for case .answer(let ticket, .success(let range)) in machine.landed() {
            answers[ticket] = range
        }
        #expect(answers == [1: EntryIndex(0)..<EntryIndex(2), 2: EntryIndex(2)..<EntryIndex(5)])
        #expect(machine.durable.checkpoint.size == TreeSize(5))
        #expect(machine.durable.note.bytes == segment.note)
    }

    @Test("after a failure nothing is signed and nobody is told that it worked")
    func failure() throws {
        var machine = try Self.machine()
        _ = try machine.submit([Self.submission(1, 2)])
        let fault = JournalFault(.io, path: "wal", "fdatasync: no", hint: "start again")
        for case .answer(_, let result) in machine.failed(fault) {
            #expect(result == .failure(.unconfirmed))
        }
        let later = try machine.submit([Self.submission(2, 1)])
        guard case .answer(2, .failure(.stopped(.io)))? = later.first, later.count == 1 else {
            Issue.record("expected a refusal, found \(later)")
            return
        }
        #expect(machine.durable.checkpoint.size == .zero)
    }

    @Test("what the format cannot hold is refused before it waits")
    func refusals() throws {
        var limits = JournalLimits()
        limits.segmentEntries = 4
        let cases: [([[UInt8]], JournalRefusal)] = [
            ([], .empty),
            ([[UInt8](repeating: 0, count: 65_536)], .entryTooLarge(bytes: 65_536)),
            (TestEntries.entries(0..<5), .submissionTooLarge(bytes: 200)),
        ]
        for (entries, expected) in cases {
            let refusal = #expect(throws: JournalRefusal.self) {
                _ = try Submission(entries, ticket: 0, limits: limits)
            }
            #expect(refusal?.code == expected.code && refusal?.isRetryable == false)
        }
        _ = try Submission([[UInt8](repeating: 0, count: 65_535), []], ticket: 0, limits: limits)
    }

    @Test("a full queue refuses, takes nothing, and takes more once a segment has left")
    func bounded() throws {
        var limits = JournalLimits()
        limits.queuedEntries = 10
        limits.segmentEntries = 6
        var queue = SubmissionQueue<Int>(limits: limits)
        for ticket in 0..<3 { try queue.add(Self.submission(ticket, 3)) }
        #expect(throws: JournalRefusal.queueFull) { try queue.add(Self.submission(3, 3)) }
        try queue.add(Self.submission(4, 1))
        #expect(queue.takeSegment().map(\.ticket) == [0, 1])
        try queue.add(Self.submission(5, 3))
        #expect(queue.takeSegment().map(\.ticket) == [2, 4])
        #expect(queue.takeSegment().map(\.ticket) == [5])
        #expect(queue.isEmpty && queue.takeSegment().isEmpty)
    }

    @Test("a segment of a later release is named as such, not called damage")
    func newerFormat() async throws {
        let disk = try await SampleJournals.make(published: [[1]], tail: [[[2]]])
        let file = try #require(try WalFile.all(on: disk).last)
        disk.damage(file.path) { bytes in
            let start = Segment.alignment
            bytes[start + 11] = 2
            let hash = TreeHash.sha256(Array(bytes[start..<start + 40]))
            bytes.replaceSubrange(start + 40..<start + 72, with: hash.array)
        }
        let fault = #expect(throws: JournalFault.self) { _ = try SampleJournals.load(disk) }
        #expect(fault?.code == .newerFormat)
        #expect(!(try SampleJournals.check(disk).isWhole))
    }
}

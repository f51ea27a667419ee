import Foundation
import Testing

@testable import Journal

/// `scripts/open-journal.py` opens what we wrote, knowing only the format document.
@Suite(.enabled(if: SecondReader.isRunnable, "python3 with cryptography, and age, are needed"))
struct SecondReaderTests {
    @Test("a journal and its escrow open with a recovery identity, and only then")
    func opens() async throws {
        let folder = try TemporaryFolder()
        let recovery = AgeIdentity.generate(.system)
        let office = try await SealedJournal.create(
            at: SealedJournalTests.place(folder),
            origin: SealedJournalTests.origin,
            recovery: [recovery.recipient],
            time: .on("2026-11-24")
        )
        let entries = (0..<600)
            .map {
                PlainEntry($0 % 2 == 0 ? .state : .personal, Array("{\"n\":\($0)}".utf8))
            }
        let digits = (0..<150_000).map { _ in "\(RandomSource.system.bytes(1)[0])" }
        let large = Array("{\"large\":\"\(digits.joined())\"}".utf8)
        _ = try await office.writer.append(
            entries + [PlainEntry(.personal, large)],
            at: .on("2026-11-24")
        )
        try await office.close()
        let reader = try JournalReader(directory: folder.journal)
        var cursor = try SealedCursor(reader, from: EntryIndex(0), keys: office.keys)
        let ours = try await SealedJournalTests.all(&cursor)
        #expect((ours.last?.indices.count ?? 0) > 1)

        let identity = try folder.write(Array(recovery.secretText.utf8), to: "recovery")
        let theirs = try SecondReader.run([folder.journal, identity, "\(folder.path)/stick"])
        #expect(theirs.count == ours.count)
        for (line, entry) in zip(theirs, ours) {
            let expected = try #require(
                try JSONSerialization.jsonObject(with: Data(entry.line)) as? NSDictionary
            )
            #expect(line == expected)
        }
        let closed = try SecondReader.run([folder.journal, identity])
        #expect(closed.filter { $0["control"] != nil }.count == 6)
        #expect(closed.filter { $0["locked"] != nil }.count == 601)
    }

    @Test("the script is at most 60 lines")
    func length() throws {
        let text = try String(contentsOfFile: SecondReader.script, encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 61)
    }
}

/// The Python that runs the script.
enum SecondReader {
    static let script: String = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appending(path: "scripts/open-journal.py").path
    }()

    static let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "/usr/bin/python3"

    static var isRunnable: Bool {
        AgeCommand.exists && (try? runCommand(python, ["-c", "import cryptography"])) != nil
    }

    static func run(_ arguments: [String]) throws -> [NSDictionary] {
        let output = try runCommand(python, [script] + arguments)
        return try output.split(separator: UInt8(ascii: "\n"))
            .map {
                try #require(try JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary)
            }
    }
}

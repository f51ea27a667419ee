import Testing

@testable import Journal

/// The log that another implementation wrote, written again by ours from its published key.
@Suite("Golden log", .enabled(if: Fixtures.areHere))
struct WriteGoldenLogTests {
    /// Published beside the log, so that anyone can reproduce it: it signs nothing else.
    private static let key =
        "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg"
    private static let leaves = [
        "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven",
        "twelf", "threeten", "fourten", "fivten",
    ]

    @Test("every file of every size is the same, byte for byte")
    func reproduced() async throws {
        let folder = try TemporaryFolder()
        let disk = PosixDisk(root: folder.journal)
        let key = try SigningKey(Self.key)
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        #expect(try disk.read("checkpoint") == Fixtures.bytes("tlog_tiles_log/checkpoint.0"))
        for (number, leaf) in Self.leaves.enumerated() {
            _ = try await writer.append([Array(leaf.utf8)])
            try await writer.publish()
            let size = number + 1
            let golden = try Fixtures.bytes("tlog_tiles_log/checkpoint.\(size)")
            #expect(try disk.read("checkpoint") == golden)
            for kind in [TilePath.Kind.entries, .hashes(level: 0)] {
                let path = TilePath(kind, number: 0, width: size).path
                #expect(try disk.read(path) == Fixtures.bytes("tlog_tiles_log/\(path)"))
            }
        }
        try await writer.close()
    }

    @Test("our reader reads theirs")
    func read() throws {
        let disk = PosixDisk(root: Fixtures.crypto + "/tlog_tiles_log")
        let vkey = try VerifierKey(
            "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
        )
        let reader = try JournalReader(disk: disk, keys: [vkey])
        var cursor = try reader.cursor(from: EntryIndex(0))
        #expect(try cursor.nextBatch().map(\.bytes) == Self.leaves.map { Array($0.utf8) })
    }
}

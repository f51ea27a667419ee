import Foundation
import Testing

@testable import Journal

@Suite("The rolling scan")
struct CheckScanTests {
    private let folder: TemporaryFolder
    private let writer: JournalWriter
    private let key: VerifierKey

    /// Two full bundles and the beginning of a third, published.
    init() async throws {
        folder = try TemporaryFolder()
        let signing = try TestKeys.signing()
        key = signing.verifierKey
        var limits = JournalLimits()
        limits.publishMilliseconds = 20
        writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: signing,
            incarnation: 1,
            limits: limits
        )
        _ = try await writer.append(TestEntries.entries(0..<600))
        try await writer.publish()
    }

    /// What one pass finds.
    private func pass() -> Set<String> {
        var scan = JournalScan(directory: folder.journal, keys: [key])
        var paths: Set<String> = []
        while true {
            let step = scan.step()
            paths.formUnion(step.findings.map(\.path))
            if step.endsPass { return paths }
        }
    }

    private func damage(_ path: String) throws -> Data {
        let url = URL(filePath: folder.journal + "/" + path)
        let before = try Data(contentsOf: url)
        var bytes = before
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: url)
        return before
    }

    private static let files = [
        "tile/entries/000", "tile/entries/001", "tile/0/000", "tile/0/001",
        "tile/entries/002.p/88", "tile/0/002.p/88", "tile/1/000.p/2", "checkpoint", "vkey",
    ]

    @Test("finds one flipped bit in any file, and nothing where there is none", arguments: files)
    func finds(_ path: String) async throws {
        #expect(pass().isEmpty)
        _ = try damage(path)
        #expect(pass().contains(path))
        try await writer.close()
    }

    @Test("finds what was renamed or removed", arguments: files)
    func misses(_ path: String) async throws {
        let full = folder.journal + "/" + path
        try FileManager.default.moveItem(atPath: full, toPath: full + ".locked")
        #expect(pass().contains(path))
        try await writer.close()
    }

    @Test("finds nothing while the writer publishes under its eyes")
    func isCalmUnderLoad() async throws {
        async let load: Void = {
            for start in stride(from: 600, to: 4_000, by: 40) {
                _ = try await writer.append(TestEntries.entries(start..<start + 40))
                try await writer.publish()
            }
        }()
        for _ in 0..<12 {
            #expect(pass().isEmpty)
            await Task.yield()
        }
        try await load
        try await writer.close()
        #expect(pass().isEmpty)
    }

    @Test("the writer makes the right edge anew from memory, the checkpoint and the key, too")
    func mendsTheEdge() async throws {
        for path in Self.files.dropFirst(4) { _ = try damage(path) }
        try FileManager.default.removeItem(atPath: folder.journal + "/tile/0/002.p")
        #expect(!pass().isEmpty)
        try await writer.mend([])
        #expect(pass().isEmpty)
        try await writer.close()
        #expect(try JournalCheck.run(directory: folder.journal, trust: .key(key)).isWhole)
        await #expect(throws: JournalFault.self) { try await writer.mend([]) }
    }

    @Test("a proof takes the right bytes of a full file and no others", arguments: files.prefix(4))
    func proves(_ path: String) async throws {
        let tile = try #require(TilePath(path: path))
        let good = Array(try damage(path))
        var proof = try TileProof(directory: folder.journal, keys: [key])
        #expect(try proof.accepts(good, at: tile))
        for other in Self.files.prefix(4) where other != path {
            let bytes = Array(try Data(contentsOf: URL(filePath: folder.journal + "/" + other)))
            #expect(try !proof.accepts(bytes, at: tile))
        }
        #expect(try !proof.accepts([], at: tile))
        #expect(try !proof.accepts(Array(good.dropLast()), at: tile))
        try await writer.mend([NewFile(path, good)])
        #expect(pass().isEmpty)
        try await writer.close()
    }
}

import Foundation
import Testing

@testable import Journal

/// A tlog verifier and a witness that we did not write, from the Python package index.
///
/// `POSTHORN_PYTHON312` names an interpreter that has `aics-tlog` and `aics-witness`.
enum ForeignTlog {
    static let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON312"] ?? ""
    static let isHere =
        !python.isEmpty && (try? run(["-c", "import aics_tlog, aics_witness"]).status) == 0

    static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Verifies the checkpoint's signature, then every tile and every entry against its root.
    static let audit = """
        import pathlib, sys, aics_tlog
        folder, vkey = sys.argv[1:]
        note = aics_tlog.parse_note(pathlib.Path(folder, "checkpoint").read_text())
        key = aics_tlog.parse_vkey(vkey)
        if not aics_tlog.verify_checkpoint(note, key).ok: sys.exit("checkpoint")
        checkpoint = aics_tlog.parse_checkpoint(note.text)
        reader = aics_tlog.FileSystemTileReader(folder)
        print(aics_tlog.audit_tiles(reader, checkpoint.size, checkpoint.root))
        """
}

@Suite("A foreign verifier", .enabled(if: ForeignTlog.isHere, "needs aics-tlog, Python 3.12"))
struct ReadForeignVerifierTests {
    private static func journal(entries: Int) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: TestKeys.signing(),
            incarnation: 1
        )
        for start in stride(from: 0, to: entries, by: 300) {
            let end = min(entries, start + 300)
            _ = try await writer.append(TestEntries.entries(start..<end))
        }
        try await writer.close()
        return folder
    }

    @Test("accepts our journal and refuses a tampered copy", arguments: [1, 256, 700])
    func audit(entries: Int) async throws {
        let folder = try await Self.journal(entries: entries)
        let vkey = try TestKeys.signing().verifierKey.description
        let good = try ForeignTlog.run(["-c", ForeignTlog.audit, folder.journal, vkey])
        #expect(good.status == 0, "\(good.output)")
        let tile = TilePath.holding(.entries, hash: 0, size: TreeSize(UInt64(entries)))
        let path = URL(filePath: folder.journal + "/" + tile.path)
        var bytes = try Data(contentsOf: path)
        bytes[5] ^= 1
        try bytes.write(to: path)
        let bad = try ForeignTlog.run(["-c", ForeignTlog.audit, folder.journal, vkey])
        #expect(bad.status != 0)
    }

    @Test("its command verifies the checkpoint and an entry's inclusion")
    func command() async throws {
        let folder = try await Self.journal(entries: 700)
        let vkey = try TestKeys.signing().verifierKey.description
        let result = try ForeignTlog.run([
            "-m", "aics_tlog", "verify-checkpoint", "--log-key", vkey, "--tiles", folder.journal,
        ])
        #expect(result.status == 0, "\(result.output)")
    }
}

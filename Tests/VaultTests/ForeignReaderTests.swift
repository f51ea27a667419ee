import Foundation
import Journal
import Testing

@testable import Vault

/// Readers that we did not write, or that know only the format, given the folder of an incarnation.
@Suite("A vault is a log that others read")
struct ForeignReaderTests {
    private static func run(_ python: String, _ arguments: [String]) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static let audit = """
        import pathlib, sys, aics_tlog
        folder, vkey = sys.argv[1:]
        note = aics_tlog.parse_note(pathlib.Path(folder, "checkpoint").read_text())
        key = aics_tlog.parse_vkey(vkey)
        if not aics_tlog.verify_checkpoint(note, key).ok: sys.exit("checkpoint")
        checkpoint = aics_tlog.parse_checkpoint(note.text)
        reader = aics_tlog.FileSystemTileReader(folder)
        print(aics_tlog.audit_tiles(reader, checkpoint.size, checkpoint.root))
        """

    @Test(
        "a foreign tlog verifier accepts it and refuses a changed one",
        .enabled(if: ForeignWitness.isHere, "needs aics-tlog, Python 3.12"),
        arguments: [10, 700]
    )
    func verifier(count: Int) async throws {
        let folder = try TemporaryFolder()
        let office = try TestOffice(in: folder)
        try await office.append(0..<count)
        try await office.writer.publish()
        let vault = DirectoryVault(path: folder.file("vault"))
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await shipper.publishHint()
        let key = office.writer.verifierKey
        try await office.writer.close()
        let log = folder.file("vault/\(TestOffice.incarnation)")
        let good = try Self.run(ForeignWitness.python, ["-c", Self.audit, log, "\(key)"])
        #expect(good.0 == 0, "\(good.1)")
        let tile = TilePath.holding(.entries, hash: 0, size: TreeSize(UInt64(count)))
        let file = URL(filePath: "\(log)/\(tile.path)")
        var bytes = try Data(contentsOf: file)
        bytes[9] ^= 1
        try bytes.write(to: file)
        let bad = try Self.run(ForeignWitness.python, ["-c", Self.audit, log, "\(key)"])
        #expect(bad.0 != 0)
    }
}

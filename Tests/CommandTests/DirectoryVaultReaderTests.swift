import Foundation
import Testing

/// `age` and sixty lines of Python open a vault in a folder, with nothing of ours.
@Suite(
    "A vault in a folder is opened without us",
    .enabled(if: SixtyLines.isRunnable, "needs python3 with cryptography, and age"),
    .timeLimit(.minutes(30))
)
struct DirectoryVaultReaderTests {
    @Test("every entry of the office reads as the office reads it; a changed byte does not pass")
    func opens() async throws {
        let folder = try Scratch()
        let office = folder.path("office")
        let stick = folder.path("stick")
        #expect(try Binary.posthorn.run("init", office).status == 0)
        let items = RecoveryPageTests.root.appending(path: "examples/shipments.csv").path
        _ = try Binary.posthorn.run(
            "lodge",
            items,
            "--office",
            office,
            "--out",
            folder.path("out")
        )
        #expect(
            try Binary.posthorn.run("vault", "add", "stick", stick, "--office", office).status == 0
        )
        let names = try FileManager.default.contentsOfDirectory(atPath: stick)
        let log = try #require(names.first { $0.utf8.count == 16 })
        let script = RecoveryPageTests.root.appending(path: "scripts/open-journal.py").path
        let arguments = [
            script, "\(stick)/\(log)", office + "/keys/office.identity", office + "/keys",
        ]
        let theirs = try SixtyLines.run(arguments)
        #expect(theirs.status == 0)
        let lines = String(decoding: theirs.output, as: UTF8.self).split(separator: "\n")
        let tail = try Binary.posthorn.run(
            "journal",
            "tail",
            "--from",
            "0",
            "--count",
            "100000",
            "--office",
            office
        )
        let ours = tail.output.split(separator: "\n")
        #expect(lines.count == ours.count && lines.count > 20)
        for (line, own) in zip(lines, ours) {
            #expect(try Self.object(line) == Self.object(own))
        }
        let bundle = "\(stick)/\(log)/tile/entries/000"
        let partial = try? FileManager.default.contentsOfDirectory(atPath: bundle + ".p").first
        let file = URL(filePath: partial.map { "\(bundle).p/\($0)" } ?? bundle)
        var bytes = try Data(contentsOf: file)
        bytes[40] ^= 1
        try bytes.write(to: file)
        #expect(try SixtyLines.run(arguments).status != 0)
    }

    private static func object(_ line: Substring) throws -> NSDictionary? {
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
    }
}

/// The Python that runs the script.
private enum SixtyLines {
    static let python =
        ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "/usr/bin/python3"

    static var isRunnable: Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/age")
            && (try? run(["-c", "import cryptography"]))?.status == 0
    }

    static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}

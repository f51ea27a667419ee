import Foundation
import Messages
import Testing

/// The bytes of every example, kept; recorded anew only with POSTHORN_RECORD=1.
@Suite("ITMATT golden files")
struct ITMATTGoldenTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../Golden/ITMATT").standardized

    private static let isRecording =
        ProcessInfo.processInfo.environment["POSTHORN_RECORD"] == "1"

    @Test("message and JSON twin are the bytes that were kept", arguments: Examples.all)
    func bytes(_ example: Examples.Example) throws {
        let itmatt = ITMATT()
        let header = try Examples.header()
        let encoded = itmatt.encode([try example.item()], header)
        let message = try #require(encoded.bytes)
        let twin = itmatt.json(encoded, header)
        let folder = Self.folder.appending(path: example.name)
        if Self.isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(message).write(to: folder.appending(path: "expected.edi"))
            try Data(twin).write(to: folder.appending(path: "expected.json"))
            try Data(example.lodgement.utf8).write(to: folder.appending(path: "input.json"))
        }
        let keptMessage = try Data(contentsOf: folder.appending(path: "expected.edi"))
        let keptTwin = try Data(contentsOf: folder.appending(path: "expected.json"))
        #expect(Array(keptMessage) == message)
        #expect(Array(keptTwin) == twin)
    }

    @Test("recording is off")
    func recording() { #expect(!Self.isRecording, "golden files were recorded, not compared") }
}

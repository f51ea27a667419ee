import Foundation
import Glibc
import JournalSimulation
import Testing

@testable import Journal

@Suite("A full disk")
struct FullDiskTests {
    /// A small file system in memory, where this process may mount one.
    final class SmallDisk: Sendable {
        let path: String

        init?(megabytes: Int) {
            var name = Array((NSTemporaryDirectory() + "/posthorn-small-XXXXXX").utf8CString)
            guard let made = unsafe mkdtemp(&name) else { return nil }
            path = unsafe String(cString: made)
            let options = "size=\(megabytes)m"
            guard unsafe mount("tmpfs", path, "tmpfs", 0, options) == 0 else {
                _ = unsafe rmdir(path)
                return nil
            }
        }

        deinit {
            _ = unsafe umount2(path, Int32(MNT_DETACH))
            _ = unsafe rmdir(path)
        }
    }

    static let canMount = SmallDisk(megabytes: 1) != nil

    @Test(
        "a full disk stops the writer; freed, everything acknowledged is there",
        .enabled(if: canMount, "needs the right to mount a tmpfs"),
        .timeLimit(.minutes(15))
    )
    func full() async throws {
        let disk = try #require(SmallDisk(megabytes: 12))
        let filler = disk.path + "/filler"
        try Data(count: 6 << 20).write(to: URL(filePath: filler))
        let journal = try ExercisedJournal(in: disk.path)
        try await journal.create()
        var answers: [Int: Int] = [:]
        let writer = try journal.open()
        var refusal: JournalRefusal?
        for number in 0..<100_000 where refusal == nil {
            do throws(JournalRefusal) {
                let entries = ExerciserEntry.entries(number)
                answers[Int(try await writer.append(entries).lowerBound.value)] = number
            } catch { refusal = error }
        }
        #expect(
            refusal == .unconfirmed || refusal == .stopped(.diskFull),
            "\(String(describing: refusal))"
        )
        await #expect(throws: JournalFault(.diskFull, path: "", "", hint: "")) {
            try await writer.close()
        }
        await #expect(throws: JournalRefusal.stopped(.diskFull)) {
            try await writer.append([[1]])
        }
        try FileManager.default.removeItem(atPath: filler)
        let report = try await journal.recover(answers)
        #expect(report.isWhole, "\(report.findings)")
    }
}

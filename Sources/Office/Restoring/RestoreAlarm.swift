import Journal
import Mail

/// The file `restore-alarm` in an office's folder: what a restored desk knew was not what the
/// history says.
///
/// It stays until a person removes it: the office is not ready while it is there.
package struct RestoreAlarm: Hashable, Sendable {
    package let text: String

    private static let file = "restore-alarm"

    /// - Throws: ``OfficeFault``.
    package static func load(_ directory: OfficeDirectory) throws(OfficeFault) -> RestoreAlarm? {
        try SmallFile.read("\(directory.root)/\(file)")
            .map { RestoreAlarm(text: String(decoding: $0, as: UTF8.self)) }
    }

    /// Raises it, durably; what an earlier one said stays above.
    static func raise(_ text: String, in directory: OfficeDirectory, at now: Moment) throws {
        let before = try load(directory)?.text ?? ""
        let disk = PosixDisk(root: directory.root)
        try disk.replace(file, with: Array("\(before)\(now.text) \(text)\n".utf8))
        try disk.remove(["staging"])
    }

    package static let remedy =
        "keep the file restore-alarm and tell who makes posthorn; numbers were skipped and the "
        + "ledger is the journal's now; remove the file when somebody has looked at it"
}

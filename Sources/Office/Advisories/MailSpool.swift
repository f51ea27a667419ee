import Glibc
import Journal
import Mail

/// The folder from which a mail system takes messages: `out/mail`.
///
/// A message has its name only when the journal says that it was told: until then it is
/// `NAME.partial`, which no mail system takes. So none goes twice, whenever a crash comes.
struct MailSpool {
    private static let partial = ".partial"

    private let path: String
    private let folder: String
    private let disk: PosixDisk

    init(_ directory: OfficeDirectory) {
        path = directory.mail
        folder = String(directory.mail.dropFirst(directory.out.count + 1)) + "/"
        disk = PosixDisk(root: directory.out)
    }

    /// Lets messages wait for what the journal will say of them.
    func write(_ messages: [(file: String, bytes: [UInt8])]) throws {
        guard !messages.isEmpty else { return }
        _ = try OutputFolder(path)
        for message in messages {
            try disk.replace(folder + message.file + Self.partial, with: message.bytes)
        }
    }

    /// Gives messages their names, durably: a mail system may take them from now on.
    ///
    /// One that has it already, or was taken, is no fault.
    func release(_ files: [String]) throws {
        guard !files.isEmpty else { return }
        for file in files {
            let target = path + "/" + file
            guard unsafe rename(target + Self.partial, target) == 0 || errno == ENOENT else {
                throw OutputFolder.fault("rename", target + Self.partial)
            }
        }
        try disk.syncFolder(folder)
    }

    /// Messages that wait for their names: what a crash left.
    func waiting() throws -> [String] {
        try disk.list(folder).map(\.name).filter { $0.hasSuffix(Self.partial) }
            .map { String($0.dropLast(Self.partial.count)) }.sorted()
    }

    /// Removes what was never told.
    func drop(_ files: [String]) throws {
        try disk.remove(files.map { folder + $0 + Self.partial })
    }
}

/// What went wrong with the journal's files: never expected, always with what to do about it.
///
/// Equality is on the code. `description` is safe to print.
package struct JournalFault: Error, Sendable {
    package enum Code: String, Hashable, CaseIterable, Sendable {
        /// A system call failed.
        case io
        case diskFull = "disk_full"
        /// Another writer holds the journal.
        case locked
        case networkFileSystem = "network_file_system"
        /// `create` found a journal.
        case exists
        /// There is no journal here.
        case missing
        /// A path that is written once holds other bytes.
        case differentBytes = "different_bytes"
        /// Bytes do not match the hash or the signature that covers them.
        case damaged
        /// Larger trees than this one have been signed.
        case behind
        /// The key is not the one that this journal is signed with.
        case wrongKey = "wrong_key"
        /// The format is newer than this release.
        case newerFormat = "newer_format"
        /// History that a restore has not brought back yet: it is on its way.
        case notYetBack = "not_yet_back"
        /// The writer stopped earlier.
        case stopped
    }

    package var code: Code
    /// Relative to the journal, or the journal itself.
    package var path: String
    /// Both sides: what was expected, what was found.
    package var detail: String
    package var hint: String

    package init(_ code: Code, path: String, _ detail: String, hint: String) {
        self.code = code
        self.path = path
        self.detail = detail
        self.hint = hint
    }

    /// Bytes that a hash or a signature contradicts.
    static func damaged(_ path: String, _ detail: String) -> JournalFault {
        JournalFault(
            .damaged,
            path: path,
            detail,
            hint: "run `posthorn-rescue verify` on the journal, then restore from a vault"
        )
    }
}

extension JournalFault {
    /// Whether the bytes that are asked for cannot be had, and the disk itself is well.
    var isOfContent: Bool { code == .damaged || code == .notYetBack }

    /// What is asked for lies in history that is still on its way.
    static func notYetBack(_ path: String, _ progress: HistoryProgress) -> JournalFault {
        JournalFault(
            .notYetBack,
            path: path,
            "not back yet: \(progress.text)",
            hint: "try again later; `posthorn serve` and `posthorn vault follow` fetch the rest"
        )
    }
}

extension JournalFault: Hashable {
    package static func == (left: JournalFault, right: JournalFault) -> Bool {
        left.code == right.code
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}

extension JournalFault: CustomStringConvertible {
    package var description: String { "\(path): \(detail)" }
}

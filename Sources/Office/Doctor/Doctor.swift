import Glibc
import Journal

/// Examines what is left of an office, from the ground up.
///
/// Changes nothing, needs nothing running.
package enum Doctor {
    /// One finding for each subject, in the order in which to mend them.
    package static func examine(_ directory: OfficeDirectory) -> [Diagnosis] {
        guard unsafe access(directory.root, F_OK) == 0 else {
            return [
                .broken(
                    "office",
                    "there is no \(directory.root)",
                    fix: "posthorn init \(directory.root), or name yours with --office"
                )
            ]
        }
        return [
            DiskDoctor.space(directory), settings(directory), KeysDoctor.examine(directory),
            JournalDoctor.examine(directory), JournalDoctor.leftovers(directory),
            AssetsDoctor.examine(directory), LedgerDoctor.examine(directory),
            LedgerDoctor.numbers(directory), RestoreDoctor.history(directory),
            RestoreDoctor.alarm(directory), RestoreDoctor.twice(directory), vault(directory),
        ]
        .compactMap(\.self)
    }

    private static func settings(_ directory: OfficeDirectory) -> Diagnosis {
        do {
            _ = try OfficeReading.settings(directory)
            return .well("settings", "office.yaml is understood")
        } catch {
            return .broken("settings", error.detail, fix: error.hint)
        }
    }

    private static func vault(_ directory: OfficeDirectory) -> Diagnosis {
        .warning(
            "vault",
            "no copy is kept outside this machine: who locks it locks everything",
            fix: "copy \(directory.journal) and \(directory.keys) to a medium you take away"
        )
    }
}

/// Room on the disk.
enum DiskDoctor {
    static func space(_ directory: OfficeDirectory) -> Diagnosis? {
        var facts = statvfs()
        guard unsafe statvfs(directory.root, &facts) == 0 else { return nil }
        let free = (UInt64(facts.f_bavail) * UInt64(facts.f_frsize)) >> 20
        guard free < 1024 else { return .well("disk", "\(free) MiB free") }
        return .warning(
            "disk",
            "only \(free) MiB free",
            fix: "make room before the journal needs it"
        )
    }
}

/// The keys without which nothing is signed and nothing sealed can be read.
enum KeysDoctor {
    static func examine(_ directory: OfficeDirectory) -> Diagnosis {
        var facts = stat()
        for name in ["", "/" + KeysLayout.identity, "/" + KeysLayout.signingKey] {
            let path = directory.keys + name
            guard unsafe stat(path, &facts) == 0 else {
                return .broken(
                    "keys",
                    "\(path) is missing",
                    fix: "restore \(directory.keys) from its escrow; do not make new keys"
                )
            }
            guard facts.st_mode & 0o077 == 0 else {
                return .warning(
                    "keys",
                    "\(path) can be read by others",
                    fix: "chmod -R go= \(directory.keys)"
                )
            }
        }
        return .well("keys", "identity and signing key are there, readable by their owner only")
    }
}

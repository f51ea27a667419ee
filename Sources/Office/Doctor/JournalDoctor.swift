import Glibc
import Journal

/// The book of original entry, as far as a quick look shows it.
enum JournalDoctor {
    static func examine(_ directory: OfficeDirectory) -> Diagnosis {
        do {
            let reader = try JournalReader(directory: directory.journal)
            var cursor = try reader.cursor(
                from: EntryIndex(reader.size.count),
                includingTail: true
            )
            var behind = 0
            while try cursor.next() != nil { behind += 1 }
            let tail = behind == 0 ? "" : ", \(behind) entries wait to be put into tiles"
            return .well("journal", "checkpoint signed, size \(reader.size)\(tail)")
        } catch {
            return .broken(
                "journal",
                "\(error)",
                fix: "run `posthorn-rescue verify \(directory.root)`, keep this copy, restore"
            )
        }
    }

    /// What an earlier start set aside.
    static func leftovers(_ directory: OfficeDirectory) -> Diagnosis? {
        guard let folder = unsafe opendir(directory.journal + "/wal") else { return nil }
        defer { unsafe closedir(folder) }
        var torn = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name.hasPrefix("torn-") { torn += 1 }
        }
        guard torn > 0 else { return nil }
        return .warning(
            "journal tail",
            "\(torn) torn ends of a write were set aside in wal/torn-…",
            fix: "look at the disk's health; then the files may be removed"
        )
    }
}

/// What documents are set with.
enum AssetsDoctor {
    static func examine(_ directory: OfficeDirectory) -> Diagnosis {
        guard let edition = LedgerDoctor.edition(directory) else {
            return .warning(
                "assets",
                "not examined: which edition is in use stands in the ledger",
                fix: "run any command that opens the office, then ask again"
            )
        }
        do {
            let differences = try OfficeAssets.differences(directory, edition: edition)
            guard differences.isEmpty else {
                return .warning(
                    "assets",
                    differences.joined(separator: "; "),
                    fix: "documents may differ: print on a machine with the edition's libraries"
                )
            }
            return .well("assets", "edition \(edition.prefix(12))… is whole")
        } catch {
            return .broken("assets", error.detail, fix: error.hint)
        }
    }
}

import Glibc
import Journal
import Ledger
import Mail

/// What a restore has left to do, and what it left to look at.
enum RestoreDoctor {
    static func history(_ directory: OfficeDirectory) -> Diagnosis? {
        do {
            guard let progress = try HistoryProgress.of(journal: directory.journal) else {
                return nil
            }
            return .warning(
                "history",
                "not back yet: \(progress.text)",
                fix: "posthorn serve fetches the rest while it works; posthorn vault follow at once"
            )
        } catch {
            return .broken("history", error.detail, fix: error.hint)
        }
    }

    static func alarm(_ directory: OfficeDirectory) -> Diagnosis? {
        guard let alarm = try? RestoreAlarm.load(directory) else { return nil }
        let said = alarm.text.split(separator: "\n").joined(separator: "; ")
        return .broken("restore", said, fix: RestoreAlarm.remedy)
    }

    /// Items of one key: lodged again while history was on its way.
    static func twice(_ directory: OfficeDirectory) -> Diagnosis? {
        guard unsafe access(directory.ledger, F_OK) == 0,
            let reader = try? JournalReader(directory: directory.journal),
            let ledger = try? LedgerStore(
                path: directory.ledger,
                origin: reader.checkpoint.checkpoint.origin
            ),
            let pairs = try? ledger.lodgedTwice(since: 0), let newest = pairs.first
        else { return nil }
        return .warning(
            "lodged twice",
            "\(pairs.count) items were lodged before a restore and again behind it, "
                + "\(newest.item.text) was \(newest.first.text) before",
            fix: "cancel one of each two that are not both in the post"
        )
    }
}

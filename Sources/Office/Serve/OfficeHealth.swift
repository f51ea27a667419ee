import Glibc
import Journal
import Ledger

/// Whether a served office can do its work now, and what it is that it cannot.
package struct OfficeHealth: Hashable, Sendable {
    package struct Check: Hashable, Sendable {
        package let name: String
        package let isWell: Bool
        package let detail: String
    }

    /// Entries that are durable.
    package let durable: UInt64
    /// Entries that the ledger has posted.
    package let posted: UInt64
    /// Turns that wait for the writer.
    package let waiting: Int
    /// Bytes free for the office; nothing where the disk does not say.
    package let free: UInt64?
    /// How much of a restored office's history is back; nil when all of it is.
    package let history: HistoryGap?
    package let checks: [Check]

    package var isReady: Bool { checks.allSatisfy(\.isWell) }

    /// How far the ledger may be behind before reads say so, in entries.
    private static let lag: UInt64 = 4_096
    /// Less than this and the journal is about to meet a full disk.
    private static let room: UInt64 = 64 << 20

    package init(_ office: ServedOffice) {
        let durable = office.book.durable
        self.durable = durable
        let posted = Result { try office.ledger.position() }
        self.posted = (try? posted.get()) ?? 0
        waiting = office.door.waiting
        free = Self.free(office.directory)
        let fault = office.book.fault
        history = try? office.restoring()
        let restore = [
            Self.history(history, office.following), Self.alarm(office.directory),
            office.snapshots?.fault
                .map { Check(name: "snapshot", isWell: true, detail: "not taken: \($0)") },
        ]
        let always = [
            Check(
                name: "journal",
                isWell: fault == nil,
                detail: fault.map { "\($0)" } ?? "writable, \(durable) entries durable"
            ),
            Self.ledger(posted, durable: durable),
            Check(
                name: "writer",
                isWell: waiting < office.door.limit,
                detail: "\(waiting) of \(office.door.limit) turns wait"
            ),
            Check(
                name: "disk",
                isWell: free.map { $0 >= Self.room } ?? true,
                detail: free.map { "\($0 >> 20) MiB free" } ?? "its room is not known"
            ),
        ]
        checks = always + restore.compactMap(\.self)
    }

    private static func ledger(_ posted: Result<UInt64, any Error>, durable: UInt64) -> Check {
        switch posted {
        case .failure(let error): Check(name: "ledger", isWell: false, detail: "\(error)")
        case .success(let position):
            Check(
                name: "ledger",
                isWell: position + lag >= durable,
                detail: "posted to entry \(position) of \(durable)"
            )
        }
    }

    /// An office that waits for its history does its work: it is ready, and says what is missing.
    private static func history(_ gap: HistoryGap?, _ state: FollowingState) -> Check? {
        guard let gap else { return nil }
        let stage = state.stage?.text ?? "\(gap.text) are back"
        let fault = state.fault.map { "; held up, tried again: \($0)" } ?? ""
        return Check(name: "history", isWell: true, detail: "restoring: " + stage + fault)
    }

    private static func alarm(_ directory: OfficeDirectory) -> Check? {
        guard let alarm = try? RestoreAlarm.load(directory) else { return nil }
        let said = alarm.text.split(separator: "\n").joined(separator: "; ")
        return Check(name: "restore", isWell: false, detail: "\(said); \(RestoreAlarm.remedy)")
    }

    private static func free(_ directory: OfficeDirectory) -> UInt64? {
        var facts = statvfs()
        guard unsafe statvfs(directory.root, &facts) == 0 else { return nil }
        return UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
    }
}

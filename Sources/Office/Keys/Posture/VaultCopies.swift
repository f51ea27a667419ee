import Journal
import Mail
import Vault

/// The office's vaults as posture sees them: asked now, changing nothing.
package enum VaultCopies {
    /// One copy a vault in other hands; one that does not answer, or lags, has an error.
    package static func facts(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> [PostureFacts.Copy] {
        let root = directory.root
        let list = try VaultList.load(office: root)
        let stores = try list.stores(office: root, clock: VaultClock(clock)).filter(\.isOutside)
        let record = try IncarnationRecord.load(office: root, random: .system)
        let size = try JournalReader(directory: directory.journal).size
        let watch = WatchFile.read(directory)
        var copies: [PostureFacts.Copy] = []
        for (line, store) in zip(list.lines, stores) {
            let survey = await VaultSurvey.run([store], trust: .keyBesideLog)
            let reach = survey[record.incarnation]?.reach ?? .zero
            let end = try? await store.lockEnd(of: VaultLayout(record.incarnation).key)
            let mark = watch.vaults[line.name]
            let isElsewhere = if case .s3 = line.address { true } else { false }
            copies.append(
                PostureFacts.Copy(
                    name: line.name,
                    kind: isElsewhere ? .objectStore : .directory,
                    isOffSite: isElsewhere,
                    hold: end.flatMap(\.self).map { .locked(until: $0) } ?? .nothing,
                    errors: survey.unreadable.count + (reach < size ? 1 : 0)
                        + (mark.map { $0.wholeErrors + $0.sweepErrors } ?? 0),
                    // By `posthorn vault verify`, or by a served office in the course of a month.
                    checked: mark?.whole
                )
            )
        }
        return copies
    }
}

import Documents
import Glibc
import Journal
import Ledger
package import Mail

/// Makes an office, and loads into one what it works with.
package enum OfficeSetup {
    /// Makes the data directory, the keys, the journal with its first entries, and the ledger.
    ///
    /// - Throws: ``OfficeFault`` `office_exists` where an office lies already.
    package static func make(
        _ directory: OfficeDirectory,
        _ profile: OfficeProfile,
        clock: OfficeClock
    ) async throws {
        guard unsafe access(directory.journal + "/checkpoint", F_OK) != 0 else {
            throw OfficeFault(
                .officeExists,
                "\(directory.root) holds an office already",
                hint: "choose another directory; an office is never made over another"
            )
        }
        for folder in [
            directory.root, directory.assets, directory.vault, directory.out, directory.incoming,
        ] {
            _ = try OutputFolder(folder)
        }
        // A crash before the journal's first entries leaves folders, fonts and keys that nothing
        // refers to; `init` runs again over them.
        let edition = try OfficeAssets.takeIn(directory)
        let now = clock.now()
        let journal = try await SealedJournal.create(
            at: try OfficeOpening.place(directory),
            origin: origin(profile, now),
            recovery: [],
            time: UnixTime(seconds: now.milliseconds / 1000)
        )
        let book = EntryBook(journal)
        let ranges =
            profile.mode == .test
            ? TestNumbers.ranges(country: profile.country)
            : [TestNumbers.liveOfficeNumbers].compactMap(\.self)
        _ = try await book.append(
            [.officeEstablished(profile, at: now), .editionAdopted(edition, at: now)]
                + ranges.map { .numbersLoaded($0, at: now) },
            at: now
        )
        try OutputFolder(directory.root)
            .write(Array(OfficeSettings.template.utf8), to: "office.yaml")
        let ledger = try LedgerStore(path: directory.ledger, origin: book.origin)
        try await LedgerPosting.catchUp(ledger, from: book)
        try await book.close()
    }

    /// The journal's name: the office's country and mode, and the moment it began, so that no two
    /// offices' journals are taken for each other.
    private static func origin(_ profile: OfficeProfile, _ now: Moment) -> String {
        "posthorn.invalid/\(profile.country.code.lowercased())/\(profile.mode.rawValue)/"
            + String(now.milliseconds)
    }

    /// Loads a range of numbers.
    ///
    /// - Throws: ``OfficeFault`` when the office's mode does not allow it or it overlaps another.
    package static func load(
        _ range: NumberRange,
        in directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws {
        var desk = try await OfficeOpening.open(directory, clock: clock)
        do {
            try await load(range, on: &desk, at: clock.now())
        } catch {
            try await desk.close()
            throw error
        }
        try await desk.close()
    }

    /// Loads a range of numbers into an office at work.
    ///
    /// - Throws: ``OfficeFault`` when the office's mode does not allow it or it overlaps another.
    package static func load(
        _ range: NumberRange,
        on desk: inout OfficeDesk,
        at now: Moment
    ) async throws {
        let mode = desk.profile.mode
        guard TestNumbers.allows(range, in: mode) else {
            throw OfficeFault(
                .rangeRefused,
                "an office in \(mode.rawValue) mode does not draw these numbers",
                hint: "serials from \(TestNumbers.first) are for tests, all below for live"
            )
        }
        if let other = try desk.ledger.numbers().flatMap(\.ranges).first(where: range.overlaps) {
            throw OfficeFault(
                .rangeRefused,
                "the range overlaps \(other.first)-\(other.last), which is loaded already",
                hint: "load only numbers that were never loaded; none may come twice"
            )
        }
        let entries: [Entry] = [
            .numbersLoaded(range, at: now),
            .done(.numbersLoad, to: range.series.text, by: .local, at: now),
        ]
        try await desk.record(entries, at: now)
    }
}

import Ledger
package import Mail

/// Tells the senders of affected items of each version of an advisory: exactly them, and once.
///
/// A message is written, then the journal says that it was told, then it gets its name. A crash
/// before the entry leaves a file that nobody takes, one behind it a file that the next round names.
struct SenderTelling: Sendable {
    /// Items that are looked at in one question, and senders that share a segment.
    private static let batch = 256

    let ledger: LedgerStore
    let book: EntryBook
    let letter: TellingLetter
    let directory: OfficeDirectory

    init(
        _ ledger: LedgerStore,
        _ book: EntryBook,
        _ profile: OfficeProfile,
        _ settings: OfficeSettings,
        _ directory: OfficeDirectory
    ) {
        self.ledger = ledger
        self.book = book
        self.directory = directory
        letter = TellingLetter(
            profile: profile,
            calendar: settings.calendar,
            settings: settings.advisories,
            origin: book.origin
        )
    }

    /// Somebody whose items are affected.
    private struct Sender {
        var items = 0
        var addresses: [String: Language] = [:]
    }

    private var spool: MailSpool { MailSpool(directory) }

    /// Tells everybody who is to be told by now.
    ///
    /// - Returns: How many were told.
    func run(at now: Moment, record: ([Entry]) async throws -> Void) async throws -> Int {
        try finish()
        var count = 0
        for untold in try ledger.untoldAdvisories() {
            let senders = try await senders(of: untold).sorted { $0.key < $1.key }
            for start in stride(from: 0, to: senders.count, by: Self.batch) {
                let share = senders[start..<min(start + Self.batch, senders.count)]
                count += try await tell(Array(share), untold, at: now, record)
            }
            // A crash here leaves everybody told, and the next round finds nobody left.
            let counts = try ledger.toldCounts(untold.advisory.name, untold.version)
            try await record([
                .advisoryTold(
                    AdvisoryTold(
                        name: untold.advisory.name,
                        version: untold.version,
                        senders: counts.senders,
                        messages: counts.messages,
                        items: counts.items,
                        at: now
                    )
                )
            ])
        }
        return count
    }

    private func tell(
        _ senders: [(key: String, value: Sender)],
        _ untold: UntoldAdvisory,
        at now: Moment,
        _ record: ([Entry]) async throws -> Void
    ) async throws -> Int {
        let (name, version) = (untold.advisory.name, untold.version)
        var files: [(file: String, bytes: [UInt8])] = []
        var entries: [Entry] = []
        for (who, sender) in senders where try !ledger.wasTold(who, name, version) {
            let written = sender.addresses.sorted { $0.key < $1.key }
                .compactMap { text, language in
                    MailAddress(text)
                        .map { address -> (SenderTold.Message, MailMessage) in
                            let (file, message) = letter.message(
                                untold,
                                to: address,
                                in: language,
                                items: sender.items,
                                at: now
                            )
                            let told = SenderTold.Message(
                                address: address.text,
                                language: language,
                                file: file
                            )
                            return (told, message)
                        }
                }
            files += written.map { ($0.0.file, $0.1.bytes) }
            entries.append(
                .senderTold(
                    SenderTold(
                        name: name,
                        version: version,
                        news: untold.news,
                        customer: who.hasPrefix("=") ? String(who.dropFirst()) : "",
                        items: sender.items,
                        messages: written.map(\.0),
                        at: now
                    )
                )
            )
        }
        try spool.write(files)
        // A crash here leaves files that nobody takes; they are written again.
        try await record(entries)
        // A crash here leaves them told and without their names, which the next round gives them.
        try spool.release(files.map(\.file))
        return entries.count
    }

    /// Names what the journal says was told, and removes what it does not.
    private func finish() throws {
        let waiting = try spool.waiting()
        guard !waiting.isEmpty else { return }
        var told: Set<String> = []
        for history in try ledger.advisories() {
            var place: UInt64?
            while true {
                let rows = try ledger.sendersTold(history.name, after: place, limit: 1_000)
                for row in rows { told.formUnion(row.told.messages.map(\.file)) }
                guard let last = rows.last else { break }
                place = last.entry
            }
        }
        try spool.release(waiting.filter(told.contains))
        try spool.drop(waiting.filter { !told.contains($0) })
    }

    /// Whose items are on a lane of the advisory, were lodged before it and have not left.
    private func senders(of untold: UntoldAdvisory) async throws -> [String: Sender] {
        var senders: [String: Sender] = [:]
        var place: UInt64?
        while true {
            let rows = try ledger.affectable(
                before: untold.entry,
                after: place,
                limit: Self.batch
            )
            guard let last = rows.last else { break }
            place = last.entry
            let affected = rows.filter { untold.advisory.content.affects($0.lane) }
            let records = try await book.records(at: affected.map(\.entry))
            for row in affected {
                let party = records[row.entry]?.item.sender
                let address = party?.email.flatMap { MailAddress($0) }?.text
                // Without an account and an address nobody can be told.
                guard
                    let who = row.customer.isEmpty ? address.map({ "@" + $0 }) : "=" + row.customer
                else { continue }
                senders[who, default: Sender()].items += 1
                guard let address, let party else { continue }
                let language = TellingLetter.language(
                    of: party.country,
                    letter.profile.language
                )
                senders[who]?.addresses[address] = language
            }
        }
        return senders
    }
}

extension OfficeDesk {
    /// Tells senders what they are to be told by now.
    ///
    /// While a restored office's history is on its way nobody is told: who was before is not known.
    @discardableResult
    package mutating func tellSenders(
        _ directory: OfficeDirectory,
        at now: Moment
    ) async throws -> Int {
        guard try history() == nil else { return 0 }
        let telling = SenderTelling(ledger, book, profile, settings, directory)
        return try await telling.run(at: now) { entries in
            try await self.record(entries, at: now)
        }
    }
}

extension ServedOffice {
    /// Tells senders what they are to be told by now; at most one at a time may do so.
    @discardableResult
    package func tellSenders() async throws -> Int {
        guard try restoring() == nil else { return 0 }
        let now = clock.now()
        let telling = SenderTelling(ledger, book, profile, settings, directory)
        return try await telling.run(at: now) { entries in
            guard !entries.isEmpty else { return }
            try await door.perform { desk in try await desk.record(entries, at: now) }
        }
    }

    /// Tells senders for as long as the office is served, soon after something was published.
    package func runTellings(pause: Duration = .seconds(1), tell: (String) -> Void) async {
        var told: String?
        while !Task.isCancelled {
            do {
                // Most of the time nothing is new, and nobody need be looked for.
                if try !ledger.untoldAdvisories().isEmpty { try await tellSenders() }
            } catch is DeskRefusal {
                // Busy, held or closing: it is tried again.
            } catch {
                // Once, and not each second, until it is something else.
                let text = "telling senders: \(error)"
                if told != text { tell(text) }
                told = text
            }
            try? await Task.sleep(for: pause)
        }
    }
}

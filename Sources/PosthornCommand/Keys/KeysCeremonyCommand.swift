import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct KeysCeremonyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ceremony",
        abstract:
            "Makes a recovery identity, prints it in three shares, and wraps every key to it.",
        discussion: """
            EXAMPLES
              posthorn keys ceremony --office office > sheet.txt
              lp sheet.txt && shred -u sheet.txt

            The identity exists only on the sheet: any two of its three shares give it back, one
            gives nothing (SLIP-39). Give them to three people who do not share a safe. Every data
            key of the office is wrapped anew, to the office and to this recipient; recipients of
            earlier ceremonies are replaced. Run `posthorn keys check` with two of the shares.
            """
    )

    @OptionGroup var office: OfficeOption

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        let time = UnixTime(seconds: OfficeClock.machine.now().milliseconds / 1_000)
        let secret = RandomSource.system.bytes(32)
        do {
            let identity = try AgeIdentity(scalar: secret)
            let place = OfficeOpening.place(office.directory)
            let journal = try await SealedJournal.open(at: place, time: time)
            // A crash here leaves keys wrapped to a recipient whose shares nobody has: run again.
            let records = try IdentityRotation(place.keys)
                .run(table: journal.keys.table, at: time, recovery: [identity.recipient])
            if !records.isEmpty { try await journal.writer.append(control: records) }
            try await journal.close()
            let shares = SecretShare.split(secret, threshold: 2, count: 3, random: .system)
            Terminal.write(ShareSheet(identity.recipient, shares, made: time).text, to: 1)
            Terminal.note("recovery recipient \(identity.recipient)")
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: office.directory.journal)
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        }
    }
}

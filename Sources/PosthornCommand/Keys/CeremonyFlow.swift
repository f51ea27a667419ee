import Journal
import Mail
import Office
import Vault

/// A key ceremony at the command line: sheets out, words back in.
struct CeremonyFlow {
    let office: OfficeDirectory
    let mode: RecoveryPending.Mode
    let out: String
    /// Files with the words of all sheets, typed from paper.
    let confirm: [String]
    let json: Bool
    /// The public part of an identity that was made elsewhere; then there are no sheets.
    var recipient: String?

    /// How many words of each sheet are asked for at a terminal.
    private static let wordsAsked = 4

    func run() async throws {
        try await KeysCommand.performing {
            if let recipient { return try await adopt(recipient) }
            if confirm.isEmpty { try await begin() } else { try await finish() }
        }
    }

    private func adopt(_ text: String) async throws {
        let recipient: AgeRecipient
        do throws(AgeFlaw) {
            recipient = try AgeRecipient(text)
        } catch {
            throw CommandFailure(
                .usage,
                "\(text): \(error)",
                hint: "give the public part, age1…, that `age-keygen` prints; never the secret"
            )
        }
        say(
            try await KeyCeremony.adopt(recipient, office, mode: mode, clock: .machine),
            proof: "--identity FILE"
        )
    }

    private func finish() async throws {
        let shares = try KeysCommand.shares(confirm)
        say(try await KeyCeremony.confirm(office, shares: shares, clock: .machine))
    }

    private func begin() async throws {
        let begun = try await KeyCeremony.begin(office, mode: mode, out: out, clock: .machine)
        for file in begun.files { Terminal.note("wrote \(file)") }
        Terminal.note(
            "together these files open everything: print them, hand each to another person, then"
                + " remove the files (shred -u \(out)/recovery-\(begun.pending.set)-*)"
        )
        guard Terminal.isInputATerminal, !json else {
            throw CommandFailure(
                .needsConfirmation,
                "the sheets are written, and nothing is changed yet",
                hint: "type each sheet back from paper into a file, then: posthorn keys ceremony"
                    + " --office \(office.root) --confirm SHEET1 --confirm SHEET2 --confirm SHEET3"
            )
        }
        try ask(begun)
        say(try await KeyCeremony.confirm(office, begun: begun, clock: .machine))
    }

    /// Words at places that nobody could know before.
    private func ask(_ begun: KeyCeremony.Begun) throws {
        Terminal.note("print the sheets now; then read from paper")
        for sheet in begun.sheets {
            let count = sheet.share.words.count
            var places: Set<Int> = []
            while places.count < Self.wordsAsked {
                places.insert(Int(RandomSource.system.bytes(1)[0]) % count + 1)
            }
            for place in places.sorted() {
                Terminal.write("sheet \(sheet.share.number), word \(place): ", to: 2)
                let typed = readLine()?.split(whereSeparator: \.isWhitespace).first ?? ""
                try KeyCeremony.check(String(typed), sheet: sheet, place: place)
            }
        }
    }

    private func say(_ held: KeyCeremony.Held, proof: String = "--shares …") {
        for fault in held.faults { Terminal.note("escrow not reached: \(fault)") }
        guard json else {
            Terminal.say("recovery recipient \(held.recipient)")
            Terminal.say(
                "\(held.recipients) can rescue this office; data keys wrapped anew: \(held.wrapped);"
                    + " copies put into escrow: \(held.escrowed)"
            )
            return Terminal.note(
                "hint: prove it with `posthorn keys check --office \(office.root) \(proof)`"
            )
        }
        Terminal.say(
            JSONText.write(
                .members([
                    ("recipient", .string(held.recipient)),
                    ("recipients", .integer(held.recipients)),
                    ("wrapped", .integer(held.wrapped)), ("escrowed", .integer(held.escrowed)),
                    ("faults", .array(held.faults.map { .string($0) })),
                ])
            )
        )
    }
}

/// A30: every machine of the office is gone, with everything on it.
///
/// What is left is one vault in other hands, an escrow, and two of three sheets of paper.
enum TotalLoss {
    static let scenario = Scenario(
        name: .totalLoss,
        title: "all is wiped but a vault and two sheets of paper",
        defence: "the vault in other hands: only the copy beside the office is left",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let bucket = try await field.stores.store().bucket("a30")
        let office = try await StakedOffice(
            on: field,
            vaults: field.isDisarmed ? [] : [bucket],
            promise: field.isDisarmed ? 0 : 1
        )
        let ceremony = try await Ceremony.hold(office)
        let live = try await office.serve()
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(field.count(small: 60, full: 3_000))
        let begun = ContinuousClock.now
        // The load goes on until the machine is gone.
        try await clients.during {
            try await Task.sleep(for: .milliseconds(200))
            try await live.kill()
        }
        try Attacker.remove(office.path)

        let missing = try await office.ask(["show", "LA990000006GB"])
        outcome.claim(missing.status == 4, "an office that is gone was shown: \(missing.brief)")
        outcome.detected = Clients.seconds(since: begun)
        outcome.said = "`posthorn show`: no office there"

        try await field.recover(
            office,
            from: [bucket],
            keys: ceremony.sheets.prefix(2) + [ceremony.escrow.absolute],
            &outcome
        )
        return outcome
    }
}

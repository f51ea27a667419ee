/// A16: whoever runs the storage of one vault deletes all of it, locks or not.
///
/// Object Lock does not bind him. The other vault, under another operator, still has everything; in the
/// end the office burns, too.
enum TreacherousOperator {
    static let scenario = Scenario(
        name: .treacherousOperator,
        title: "a vault's own operator deletes the vault",
        defence: "the second vault, under another operator",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let first = try await field.stores.store(0).bucket("a16")
        let second = try await field.stores.store(1).bucket("a16")
        let office = try await StakedOffice(
            on: field,
            vaults: field.isDisarmed ? [first] : [first, second],
            promise: 1
        )
        let keys = try field.ground.path("kept-keys")
        let live = try await office.serve()
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(field.count(small: 60, full: 2_000))
        try Attacker.copy(office.file("keys"), to: keys)

        let struck = ContinuousClock.now
        try await first.store.deleteAsOperator(first)
        // What keeps an eye on the vaults from outside: a status once a second.
        while outcome.detected == nil, Clients.seconds(since: struck) < 60 {
            let status = try await office.ask(["vault", "status"])
            if status.status == 69,
                status.output.contains(": 0 of ") || status.output.contains("SILENT")
            {
                outcome.detected = Clients.seconds(since: struck)
                outcome.said =
                    "`posthorn vault status`: the vault has 0 of the entries, or is silent"
            } else {
                try await Task.sleep(for: .seconds(1))
            }
        }
        if !field.isDisarmed { try await clients.lodge(field.count(small: 20, full: 500)) }
        try await live.kill()
        try Attacker.remove(office.path)

        try await field.recover(office, from: [first, second], keys: [keys.absolute], &outcome)
        return outcome
    }
}

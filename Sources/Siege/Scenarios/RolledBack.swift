import Mail

/// A11: the office's folder goes back to an older day, as an image of its machine does.
///
/// Everything that it could remember of the newer day is gone with it. With a vault a start takes back
/// what is missing; with a witness alone it refuses; with both it takes back and goes on.
enum RolledBack {
    static let scenario = Scenario(
        name: .rolledBack,
        title: "the whole folder set back to an older copy",
        defence: "the vault and the witness: nobody outside remembers",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        let bucket = try await field.stores.store().bucket("a11")
        let witness = try await LiveWitness.start()
        let both = try await StakedOffice(
            on: field,
            vaults: field.isDisarmed ? [] : [bucket],
            promise: field.isDisarmed ? 0 : 1
        )
        if !field.isDisarmed { try await witness.watch(both) }
        var outcome = Outcome()
        try await rollBack(both, field)

        let begun = ContinuousClock.now
        let live = try await both.serve()
        let started = Clients.seconds(since: begun)
        let clients = Clients(office: live, book: both.book)
        if await clients.lodgeOne() { outcome.nextDocument = Clients.seconds(since: begun) }
        try await live.stop()
        let recovered = try await Recovered.read(both.path)
        outcome.compare(both.book, with: recovered)
        if recovered.resumed.contains(where: { $0.cause == .adopted }) {
            outcome.detected = started
            outcome.said = "the start, which took back what the vault has, and recorded that"
        }
        let ids = both.book.now.acknowledged.values
        outcome.claim(Set(ids).count == ids.count, "a number was given to two items")
        guard !field.isDisarmed else { return outcome }
        try await withWitnessAlone(field, witness, &outcome)
        return outcome
    }

    /// Lodges, copies the folder, lodges more, and puts the copy in the folder's place.
    private static func rollBack(_ office: StakedOffice, _ field: Field) async throws {
        let first = try await office.serve()
        try await Clients(office: first, book: office.book)
            .lodge(field.count(small: 20, full: 600))
        try await first.stop()
        let copy = try field.ground.path(office.path.name + "-copy")
        try Attacker.copy(office.path, to: copy)
        let second = try await office.serve()
        try await Clients(office: second, book: office.book)
            .lodge(field.count(small: 30, full: 900))
        // At its stop the witness sees the newest tree.
        try await second.stop()
        try Attacker.remove(office.path)
        try Attacker.copy(copy, to: office.path)
    }

    /// Nobody has the entries, but somebody remembers that there were more: a start is refused.
    private static func withWitnessAlone(
        _ field: Field,
        _ witness: LiveWitness,
        _ outcome: inout Outcome
    ) async throws {
        let alone = try await StakedOffice(on: field, named: "alone")
        try await witness.watch(alone)
        try await rollBack(alone, field)
        do {
            let live = try await alone.serve()
            try await live.stop()
            outcome.claim(false, "an office that its witness knows to be behind was served")
        } catch let refused as LiveOffice.Refused {
            outcome.claim(
                refused.finished.status == 7,
                "expected status 7 for an office behind its witness, found \(refused)"
            )
        }
    }
}

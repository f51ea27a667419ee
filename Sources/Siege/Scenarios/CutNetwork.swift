/// A24: the vault is out of reach for a while, with puts half done, and strangers hold the office's
/// own connections open or break off in the middle.
///
/// In the end the office burns while it is cut off.
enum CutNetwork {
    static let scenario = Scenario(
        name: .cutNetwork,
        title: "the vault cut off, slow and broken-off requests",
        defence: "the promise: answers wait for no vault",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let bucket = try await field.stores.store().bucket("a24")
        let office = try await StakedOffice(
            on: field,
            vaults: [bucket],
            promise: field.isDisarmed ? 0 : 1
        )
        let keys = try field.ground.path("kept-keys")
        let live = try await office.serve()
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(field.count(small: 40, full: 1_000))
        try Attacker.copy(office.file("keys"), to: keys)
        let strangers = try Strangers(field.count(small: 60, full: 400), at: live.address)

        let told = try await cut(clients, seconds: field.count(small: 7, full: 60))
        outcome.detected = told.longest
        outcome.said = "503 vault_unavailable, \(told.count) times while it was cut off"
        outcome.claim(
            told.longest.map { $0 < 9 } ?? field.isDisarmed,
            "an answer took \(told.longest ?? 0) s, expected one after 5"
        )
        outcome.claim(await live.readiness() != nil, "no answer beside slow strangers")
        try await Network.attach(ObjectStore.host)
        let healed = ContinuousClock.now
        try await clients.lodge(1)
        outcome.nextDocument = Clients.seconds(since: healed)
        try await clients.lodge(field.count(small: 20, full: 500))
        strangers.leave()

        _ = try await cut(clients, seconds: 2)
        try await live.kill()
        try Attacker.remove(office.path)
        try await Network.attach(ObjectStore.host)
        let next = outcome.nextDocument
        try await field.recover(office, from: [bucket], keys: [keys.absolute], &outcome)
        // What counts here is how soon work went on when the network was back.
        outcome.nextDocument = next
        return outcome
    }

    /// Cuts the store off under load: how often clients were told so, and the longest wait for it.
    private static func cut(
        _ clients: Clients,
        seconds: Int
    ) async throws -> (count: Int, longest: Double?) {
        let before = clients.book.now
        try await clients.during {
            try await Task.sleep(for: .milliseconds(100))
            try await Network.cut(ObjectStore.host)
            try await Task.sleep(for: .seconds(seconds))
        }
        let after = clients.book.now
        let code = "503 vault_unavailable"
        let count = after.refused[code, default: 0] - before.refused[code, default: 0]
        return (count, count > 0 ? after.waits.dropFirst(before.waits.count).max() : nil)
    }
}

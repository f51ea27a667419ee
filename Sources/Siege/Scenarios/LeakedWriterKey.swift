import NIOHTTP1
import Vault

/// A14: somebody holds the credential with which the office ships, and tries to empty the vault with
/// every call that there is.
///
/// Then he burns the office.
enum LeakedWriterKey {
    static let scenario = Scenario(
        name: .leakedWriterKey,
        title: "the vault attacked with the office's own key",
        defence: "Object Lock: what the store refuses, its operator does",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let begun = try await VaultedOffice(on: field, bucket: "a14")
        let (bucket, office) = (begun.bucket, begun.office)
        let client = try bucket.store.client(bucket)
        let before = try await BucketListing.of(client)
        let struck = ContinuousClock.now
        let burglar = BucketBurglar(client: client)
        let done = try await burglar.attack(before)
        if field.isDisarmed { try await bucket.store.emptyAsOperator(bucket) }
        // Expiry makes marks of deletion, which hide nothing; it takes no version that is locked.
        if done.contains(BucketBurglar.expiry) {
            outcome.remarks.append("this store lets the office's key set rules of expiry")
        }
        let opened = done.subtracting([BucketBurglar.expiry])
        outcome.claim(opened.isEmpty, "the store did for the office's key: \(opened.sorted())")
        let after = try await BucketListing.of(client)
        let gone = Set(before.versions.filter(\.isLocked)).subtracting(after.versions)
        outcome.claim(gone.isEmpty, "\(gone.count) of \(before.versions.count) versions are gone")

        let verify = try await office.ask(["vault", "verify", "vault-0"])
        if verify.status == 7 {
            outcome.detected = Clients.seconds(since: struck)
            outcome.said = "`posthorn vault verify`: names that were marked as deleted"
        }
        try Attacker.remove(office.path)
        try await field.recover(office, from: [bucket], keys: [begun.keys.absolute], &outcome)
        return outcome
    }
}

import Journal
import NIOHTTP1
import Vault

/// A15: somebody who holds the office's vault credential puts junk over everything, as newer versions,
/// and thousands of names of his own beside.
///
/// Then the office burns.
enum JunkVersions {
    static let scenario = Scenario(
        name: .junkVersions,
        title: "junk over every object, thousands of junk names",
        defence: "versions: the store keeps only what was put last",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let begun = try await VaultedOffice(on: field, bucket: "a15")
        let (bucket, office) = (begun.bucket, begun.office)
        let client = try bucket.store.client(bucket)
        let struck = ContinuousClock.now
        let names = Set(try await BucketListing.of(client).versions.map(\.key)).sorted()
        if field.isDisarmed { try await bucket.store.emptyAsOperator(bucket) }
        let count = field.count(small: 200, full: 10_000)
        try await flood(client, over: names, count, seed: field.seed)
        let verify = try await office.ask(["vault", "verify", "vault-0"])
        if verify.status == 7 {
            outcome.detected = Clients.seconds(since: struck)
            outcome.said = "`posthorn vault verify`: names with bad copies beside a good one"
        }
        try Attacker.remove(office.path)
        try await field.recover(office, from: [bucket], keys: [begun.keys.absolute], &outcome)
        return outcome
    }

    /// Puts noise over every name, then under names that look like ours and are not.
    private static func flood(
        _ client: S3Client,
        over names: [String],
        _ count: Int,
        seed: UInt64
    ) async throws {
        var attacker = Attacker(seed: seed)
        for name in names {
            _ = try await client.send(
                S3Client.Call(method: .PUT, key: name, body: attacker.noise(500))
            )
        }
        guard let root = names.first(where: { $0.hasSuffix("/vkey") })?.dropLast(4) else { return }
        let folders = ["segment/", "signed/", "tile/entries/", "tile/0/", "snapshot/", "zzz/"]
        let puts = (0..<count)
            .map { number in
                (
                    "\(root)\(folders[number % folders.count])"
                        + Hexadecimal.encode(attacker.noise(24)),
                    attacker.noise(64)
                )
            }
        for start in stride(from: 0, to: puts.count, by: 16) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (name, bytes) in puts[start..<min(start + 16, puts.count)] {
                    group.addTask {
                        _ = try await client.send(
                            S3Client.Call(method: .PUT, key: name, body: bytes)
                        )
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

import Foundation
import Journal
import Vault

/// A3: tiles and bundles of the journal are encrypted in place while the office is served.
///
/// The rolling scan names them, nothing is recorded over them, and they come back from a vault; the
/// copy beside the office is encrypted, too.
enum EncryptedTiles {
    static let scenario = Scenario(
        name: .encryptedTiles,
        title: "three of ten journal files encrypted under load",
        defence: "the rolling scan",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        var attacker = Attacker(seed: field.seed)
        let bucket = try await field.stores.store().bucket("a3")
        let office = try await StakedOffice(on: field, vaults: [bucket], promise: 1)
        let live = try await office.serve(
            environment: field.isDisarmed ? ["POSTHORN_WATCH_RATE": "0"] : [:]
        )
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(field.count(small: 560, full: 6_000))
        try await vaulted(office, bucket, live)

        // Full files stay for ever. Incomplete ones are superseded every moment under load; the
        // scan's own tests damage those.
        let full = try Attacker.files(office.file("journal/tile"), in: field.ground)
            .filter { TilePath(path: tile($0))?.isFull ?? false }
        let (bundles, hashes) = (
            full.filter { $0.relative.contains("tile/entries/") },
            full.filter { !$0.relative.contains("tile/entries/") }
        )
        guard !bundles.isEmpty, !hashes.isEmpty else {
            throw Siege.Stuck("too little was published: \(full.count) full files")
        }
        // A bundle and a hash tile are always among them.
        let targets = Set(
            attacker.choose(full.count * 3 / 10, of: full) + attacker.choose(1, of: bundles)
                + attacker.choose(1, of: hashes)
        )
        let striker = attacker
        let sight = try await clients.during {
            let struck = ContinuousClock.now
            try strike(office, targets, field, striker)
            return try await Sight.watch(live, since: struck, seconds: field.isDisarmed ? 6 : 60)
        }
        outcome.detected = sight.detected
        outcome.said = "readyz and the log: scan, with the path of each file"
        guard sight.detected != nil else { return outcome }
        outcome.claim(sight.isWhole, "it was not mended: \(live.log.suffix(400))")
        // One segment may have been under way when the damage was found.
        outcome.claim(
            sight.sizes.count <= 2,
            "checkpoints were signed over damage: sizes \(sight.sizes.sorted())"
        )
        let unnamed = targets.map(tile).filter { !live.log.contains($0) }
        outcome.claim(unnamed.isEmpty, "damaged and not named: \(unnamed.sorted())")
        let whole = ContinuousClock.now
        if await clients.lodgeOne() {
            outcome.nextDocument = sight.mending + Clients.seconds(since: whole)
        }
        let stopped = try await live.stop()
        outcome.claim(stopped.status == 0, "the office did not end well: \(stopped.brief)")
        outcome.compare(office.book, with: try await Recovered.read(office.path))
        let verify = try await office.ask(["verify"])
        outcome.claim(verify.status == 0, "the journal is not whole: \(verify.brief)")
        return outcome
    }

    private static func strike(
        _ office: StakedOffice,
        _ targets: Set<GroundPath>,
        _ field: Field,
        _ attacker: Attacker
    ) throws {
        var attacker = attacker
        for copy in try Attacker.files(office.file("vault"), in: field.ground) {
            try attacker.encrypt(copy)
        }
        for target in targets.sorted(by: { $0.absolute < $1.absolute }) {
            // What the writer has replaced meanwhile is gone.
            guard FileManager.default.fileExists(atPath: target.absolute) else { continue }
            try attacker.encrypt(target)
        }
    }

    /// What the office said from the attack until it was whole again.
    private struct Sight: Sendable {
        var detected: Double?
        var isWhole = false
        /// From the detection until it was whole.
        var mending = 0.0
        /// Durable sizes that were seen while the office said that it is damaged.
        var sizes: Set<Double> = []

        static func watch(
            _ live: LiveOffice,
            since struck: ContinuousClock.Instant,
            seconds: Double
        ) async throws -> Sight {
            var sight = Sight()
            while Clients.seconds(since: struck) < seconds, !sight.isWhole {
                try await Task.sleep(for: .milliseconds(20))
                let isHeld = await live.readiness()?.status == 503
                guard isHeld || live.log.contains("journal damaged") else { continue }
                sight.detected = sight.detected ?? Clients.seconds(since: struck)
                let size = await live.figure("posthorn_journal_entries")
                if isHeld, let size, await live.readiness()?.status == 503 {
                    sight.sizes.insert(size)
                }
                sight.isWhole = live.log.contains("journal whole again")
            }
            sight.mending = Clients.seconds(since: struck) - (sight.detected ?? 0)
            return sight
        }
    }

    static func tile(_ path: GroundPath) -> String {
        guard let start = path.relative.firstRange(of: "journal/") else { return "" }
        return String(path.relative[start.upperBound...])
    }

    /// Waits until every full bundle of the journal is in the bucket.
    private static func vaulted(
        _ office: StakedOffice,
        _ bucket: ObjectStore.Bucket,
        _ live: LiveOffice
    ) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(300))
            let size = try JournalReader(directory: office.path.absolute + "/journal").size
            let record = try IncarnationRecord.load(office: office.path.absolute, random: .system)
            let last = TilePath(.entries, number: max(size.count / TilePath.span, 1) - 1)
            let store = try VaultAddress(bucket.address)
                .open(
                    credentials: try office.ground.path("office-vault-0.txt").absolute,
                    clock: .siege
                )
            if try await store.holds(VaultLayout(record.incarnation).tile(last)) { return }
        }
        throw Siege.Stuck("the bundles do not get into the vault")
    }
}

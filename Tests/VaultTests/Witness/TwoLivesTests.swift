import Foundation
import Testing

@testable import Journal
@testable import Vault

/// A lost office that still runs and the one that was restored, before one witness.
@Suite("Two lives before one witness", .timeLimit(.minutes(30)))
struct TwoLivesTests {
    private static let time = UnixTime(seconds: 1_795_487_829)

    /// A sealed journal of 300 entries, and a copy of it with its keys: the restored one.
    private struct Lives {
        let folder: TemporaryFolder
        let key: VerifierKey

        init() async throws {
            folder = try TemporaryFolder()
            let office = try await SealedJournal.create(
                at: Self.place(folder, "lost"),
                origin: "posthorn.example/lives",
                recovery: [],
                time: TwoLivesTests.time
            )
            key = office.writer.journal.verifierKey
            _ = try await office.writer.append(
                (0..<300).map { PlainEntry(.state, Array("{\"n\":\($0)}".utf8)) },
                at: ClockReading(unchecked: TwoLivesTests.time)
            )
            try await office.close()
            try folder.copy("lost", to: "restored")
        }

        static func place(_ folder: TemporaryFolder, _ name: String) -> SealedJournal.Place {
            let path = folder.file(name)
            if !FileManager.default.fileExists(atPath: path) {
                try? FileManager.default.createDirectory(
                    atPath: path,
                    withIntermediateDirectories: true
                )
            }
            return SealedJournal.Place(journal: path + "/journal", keys: path + "/keys")
        }

        func append(_ name: String, _ word: String) async throws {
            let office = try await SealedJournal.open(
                at: Self.place(folder, name),
                time: TwoLivesTests.time
            )
            let entry = PlainEntry(.state, Array("{\"w\":\"\(word)\"}".utf8))
            _ = try await office.writer.append(
                [entry],
                at: ClockReading(unchecked: TwoLivesTests.time)
            )
            try await office.close()
        }

        func session(
            _ name: String,
            _ policy: TlogPolicy,
            _ transport: @escaping WitnessTransport
        ) -> WitnessSession {
            WitnessSession(
                journal: folder.file(name) + "/journal",
                policy: policy,
                maxAge: 600,
                transport: transport
            )
        }
    }

    /// What happens, whoever the witness is; `adopt` tells it of the new key, as the notice asks.
    private func live(
        _ lives: Lives,
        _ witness: VerifierKey,
        _ url: String,
        _ transport: @escaping WitnessTransport,
        adopt: (VerifierKey) async throws -> Void
    ) async throws {
        func policy(_ log: VerifierKey) throws -> TlogPolicy {
            try TlogPolicy("log \(log)\nwitness w \(witness) \(url)\nquorum w\n")
        }
        let now = UnixTime(seconds: Int64(Date.now.timeIntervalSince1970))
        let old = try lives.session("lost", policy(lives.key), transport)
        #expect(try await old.inquire(at: now).cosigned == ["w"])

        let new = try await SigningKeyRotation(Lives.place(lives.folder, "restored"))
            .run(at: Self.time)
        let restored = try lives.session("restored", policy(new), transport)
        // The tree that both keys sign is taken by a witness that knows the old key alone.
        let handover = try await restored.inquireAndKeep(at: now)
        #expect(handover.cosigned == ["w"])
        #expect(try !restored.age(at: now).isAlarm)

        // From here on it takes no other continuation, whoever has the old key.
        try await lives.append("lost", "theirs")
        try await lives.append("lost", "theirs too")
        let fenced = try await old.inquire(at: now).verdicts["w"]
        #expect(fenced == .forked || fenced == .ahead(handover.checkpoint.size), "\(fenced as Any)")

        try await lives.append("restored", "ours")
        let unknown = try await restored.inquire(at: now).verdicts["w"]
        #expect(unknown?.word == "refused", "\(unknown as Any)")
        try await adopt(new)
        #expect(try await restored.inquire(at: now).cosigned == ["w"])
        let refused = try await old.inquire(at: now).verdicts["w"]
        #expect(refused?.word == "refused", "\(refused as Any)")
        // Old word for the old key counts for nothing under the new policy.
        let journal = lives.folder.file("restored") + "/journal"
        #expect(try JournalReader(directory: journal, keys: [new]).size > .zero)
        #expect(throws: JournalFault.self) {
            try JournalReader(directory: journal, keys: [lives.key])
        }
    }

    @Test("a pretended one")
    func pretended() async throws {
        let lives = try await Lives()
        let witness = try PretendWitness("w", log: lives.key)
        let transport = PretendWitness.network([witness])
        witness.set(time: UInt64(Date.now.timeIntervalSince1970))
        try await live(lives, witness.key, "http://w", transport) { witness.trust($0) }
    }

    @Test(
        "one that we did not write",
        .enabled(
            if: ForeignWitness.isHere,
            "needs aics-witness; POSTHORN_PYTHON312 names an interpreter"
        )
    )
    func foreign() async throws {
        let lives = try await Lives()
        let witness = try ForeignWitness(for: lives.key)
        try await WitnessHTTP.with { transport in
            try await live(lives, witness.vkey, witness.url, transport) { try witness.trust($0) }
        }
    }
}

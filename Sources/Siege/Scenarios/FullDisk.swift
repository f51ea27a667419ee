import Foundation
import Glibc

/// A22: the disk that the journal lies on fills up while clients lodge.
///
/// Nothing is acknowledged that is not on it; once there is room again a start is all that it takes.
enum FullDisk {
    static let scenario = Scenario(
        name: .fullDisk,
        title: "the disk filled up under load",
        defence: "the write before each answer: the disk forgets its newest",
        run: run
    )

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        let office = try await StakedOffice(on: field)
        let journal = try office.file("journal")
        let kept = try field.ground.path("kept")
        try Attacker.copy(journal, to: kept)
        guard unsafe mount("tmpfs", try journal.checked(), "tmpfs", 0, "size=8m") == 0 else {
            throw Siege.Skip("no small disk can be mounted here: error \(errno)")
        }
        defer { _ = unsafe umount2(journal.absolute, Int32(MNT_DETACH)) }
        try fill(journal, from: kept)

        let live = try await office.serve()
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(20)
        let early = try field.ground.path("early")
        try Attacker.copy(journal, to: early)
        try await clients.lodge(field.count(small: 20, full: 200))
        let junk = try field.ground.path(journal.relative + "/junk")
        let struck = ContinuousClock.now
        let ended = try await clients.during {
            try Attacker.fill(junk)
            return try await live.ended(seconds: 120)
        }
        outcome.detected = Clients.seconds(since: struck)
        outcome.said =
            "the office, which stopped: \(ended.errors.contains("space") || ended.errors.contains("full") ? "disk full" : ended.brief)"
        outcome.claim(ended.status != 0, "an office without room ended as if all were well")

        try Attacker.remove(junk)
        if field.isDisarmed {
            for name in try FileManager.default.contentsOfDirectory(atPath: journal.absolute) {
                try Attacker.remove(field.ground.path(journal.relative + "/" + name))
            }
            try fill(journal, from: early)
            for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
                try Attacker.remove(office.file(name))
            }
        }
        let freed = ContinuousClock.now
        let again = try await office.serve()
        if await Clients(office: again, book: office.book).lodgeOne() {
            outcome.nextDocument = Clients.seconds(since: freed)
        }
        try await again.stop()
        outcome.compare(office.book, with: try await Recovered.read(office.path))
        let verify = try await office.ask(["verify"])
        outcome.claim(verify.status == 0, "the journal is not whole: \(verify.brief)")
        return outcome
    }

    private static func fill(_ journal: GroundPath, from copy: GroundPath) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: copy.absolute) {
            try FileManager.default.copyItem(
                atPath: copy.absolute + "/" + name,
                toPath: try journal.checked() + "/" + name
            )
        }
    }
}

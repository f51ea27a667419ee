import Foundation
import Journal
import Vault

/// A5: the office's process dies, and its disk has lost the end of what was acknowledged.
///
/// The end of the write-ahead file is cut at one byte after the other. Each time a start has to take
/// back from the vault what this disk has lost, before it gives an index away again.
enum TornTail {
    static let scenario = Scenario(
        name: .tornTail,
        title: "the journal's end cut off, byte by byte",
        defence: "the vault that a start takes back from",
        run: run
    )

    /// How far from the end cuts go.
    private static let reach = 4_096

    private static func run(_ field: Field) async throws -> Outcome {
        var outcome = Outcome()
        var attacker = Attacker(seed: field.seed)
        let bucket = try await field.stores.store().bucket("a5")
        let office = try await StakedOffice(
            on: field,
            vaults: field.isDisarmed ? [] : [bucket],
            promise: field.isDisarmed ? 0 : 1
        )
        let live = try await office.serve()
        let clients = Clients(office: live, book: office.book)
        try await clients.lodge(field.count(small: 40, full: 400))
        // Killed in the middle of the load: its last segments lie in the write-ahead file alone.
        try await clients.during { try await live.kill() }

        let journal = try office.file("journal")
        let kept = try field.ground.path("kept")
        try Attacker.copy(journal, to: kept)
        let end = try contentEnd(of: tail(journal, in: field.ground))
        let all = Array(1...min(reach, end))
        let cuts = field.size == .full ? all : attacker.choose(field.isDisarmed ? 3 : 12, of: all)
        var lost: Set<String> = []
        for cut in cuts {
            try Attacker.remove(journal)
            try Attacker.copy(kept, to: journal)
            try Attacker.truncate(tail(journal, in: field.ground), to: end - cut)
            let signed = try JournalReader(directory: journal.absolute).size.count
            let begun = ContinuousClock.now
            // What every start does first.
            let report = try await OfficeShipping.adopt(
                office: office.path.absolute,
                clock: .siege,
                random: .system
            )
            if report.adopted > 0 {
                outcome.detected = max(outcome.detected ?? 0, Clients.seconds(since: begun))
            }
            let recovered = try await Recovered.read(office.path)
            outcome.compare(office.book, with: recovered)
            lost.formUnion(outcome.lost)
            let forged = outcome.forged
            outcome.claim(forged.isEmpty, "cut \(cut): not lodged: \(forged)")
            outcome.claim(
                recovered.size >= signed,
                "cut \(cut): size \(signed) was signed, found \(recovered.size)"
            )
        }
        outcome.lost = lost.sorted()
        outcome.said = "the start, which took back what the vault has (\(cuts.count) cuts)"
        // The ledger would lead the journal; an office that lost its disk has none either.
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
            try Attacker.remove(office.file(name))
        }
        let next = ContinuousClock.now
        if try await office.nextDocument() {
            outcome.nextDocument = Clients.seconds(since: next)
        }
        return outcome
    }

    /// The newest write-ahead file.
    private static func tail(_ journal: GroundPath, in ground: Ground) throws -> GroundPath {
        let folder = try ground.path(journal.relative + "/wal")
        guard let last = try Attacker.files(folder, in: ground).last else {
            throw Siege.Stuck("there is no write-ahead file to cut")
        }
        return last
    }

    /// Where the zeros begin that were written ahead.
    private static func contentEnd(of file: GroundPath) throws -> Int {
        let bytes = try Data(contentsOf: URL(filePath: try file.checked()))
        return bytes.count - bytes.reversed().prefix { $0 == 0 }.count
    }
}

import Foundation
import Journal
import Synchronization
import Testing

@testable import Vault

/// A folder under the system's temporary one, removed with its last reference.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let template = NSTemporaryDirectory() + "posthorn-vault-XXXXXX"
        var name = Array(template.utf8CString)
        path = try #require(unsafe mkdtemp(&name).map { unsafe String(cString: $0) })
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
    }
}

/// A journal with entries of differing lengths and the same bytes for the same number.
struct TestOffice {
    static let incarnation = Incarnation(0x6f3a)
    static let layout = VaultLayout(incarnation)
    static let record = IncarnationRecord(incarnation)
    static let clock = clock { false }

    /// Time that stands still: whoever waits for copies is told that it is over when `isOver` says
    /// so, and not when a machine is busy.
    static func clock(isOver: @escaping @Sendable () -> Bool) -> VaultClock {
        VaultClock(
            now: { UnixTime(seconds: 1_800_000_000) },
            sleep: { milliseconds in
                let isPromise = milliseconds == VaultLimits.promiseMilliseconds
                repeat { await Task.yield() } while isPromise && !Task.isCancelled && !isOver()
            }
        )
    }

    let folder: TemporaryFolder
    let writer: JournalWriter

    var journal: String { folder.file("journal") }

    static func key() throws -> SigningKey {
        try SigningKey(name: "posthorn.example/vault", seed: [UInt8](repeating: 9, count: 32))
    }

    /// A journal that publishes only when told, so that a test says what is in tiles.
    static func limits() -> JournalLimits {
        var limits = JournalLimits()
        limits.publishMilliseconds = 600_000
        limits.walStep = 4_096
        return limits
    }

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        writer = try JournalWriter.create(
            in: folder.file("journal"),
            signingKey: Self.key(),
            incarnation: 1,
            limits: Self.limits()
        )
    }

    /// Opens what a test has left in the folder.
    init(reopening folder: TemporaryFolder, incarnation: UInt64 = 2) throws {
        self.folder = folder
        writer = try JournalWriter.open(
            in: folder.file("journal"),
            signingKey: Self.key(),
            incarnation: incarnation,
            limits: Self.limits()
        )
    }

    static func entry(_ number: Int) -> [UInt8] {
        Array(String(repeating: "entry \(number) ", count: 1 + number % 40).utf8)
    }

    /// Appends in submissions of 50, each a segment at least.
    func append(_ numbers: Range<Int>) async throws {
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 50) {
            let end = min(start + 50, numbers.upperBound)
            _ = try await writer.append((start..<end).map(Self.entry))
        }
    }

    var source: ShippingSource { ShippingSource(writer, directory: journal) }

    func shipper(to store: some VaultStore, segments: Bool = true) async throws -> VaultShipper {
        try await VaultShipper(to: store, Self.record, from: source, shipsSegments: segments)
    }

    /// All entries in a journal's folder, in order.
    static func entries(in journal: String) throws -> [[UInt8]] {
        let reader = try JournalReader(directory: journal, keys: [key().verifierKey])
        var cursor = try reader.cursor(from: EntryIndex(0), includingTail: true)
        var out: [[UInt8]] = []
        while let entry = try cursor.next() { out.append(entry.bytes) }
        return out
    }

    static func salvage(_ stores: [any VaultStore]) throws -> Salvage {
        Salvage(stores: stores, layout: layout, keys: [try key().verifierKey])
    }

    /// The entries that vaults give back, proven, with the size of the tree.
    static func entries(
        in stores: [any VaultStore],
        upTo limit: TreeSize? = nil
    ) async throws -> (
        entries: [[UInt8]], result: HistoryWalk.Result
    ) {
        let walk = await HistoryWalk(try salvage(stores))
        var framed: [UInt8] = []
        let result = try await walk.run(upTo: limit) { step in
            switch step {
            case .bundle(let bytes, _): framed += bytes
            case .tail(let bytes): framed += bytes
            }
        }
        return ((Framing.entries(framed[...]) ?? []).map(Array.init), result)
    }
}

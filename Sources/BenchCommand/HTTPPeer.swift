import Foundation
import Glibc

/// `posthorn serve` on an office of its own, as it would run anywhere.
final class HTTPPeer {
    private(set) var address = ""
    private(set) var port: UInt16 = 0
    let key: String
    private let folder: URL
    private var process = Process()

    init(in folder: URL) throws {
        self.folder = folder
        let office = folder.appending(path: "office").path
        _ = try Self.posthorn(["init", office], in: folder)
        key = try Self.posthorn(
            ["access", "key", "add", "--office", office, "--role", "shipper", "--mode", "test"],
            in: folder
        )
        try start()
    }

    private func start() throws {
        process = Process()
        process.executableURL = Self.executable
        process.arguments = [
            "serve", "--office", folder.appending(path: "office").path, "--port", "0",
            "--admin-port", "0",
        ]
        let output = Pipe()
        process.standardOutput = output
        _ = FileManager.default.createFile(atPath: folder.path + "/log", contents: nil)
        process.standardError = try FileHandle(
            forWritingTo: folder.appending(path: "log")
        )
        Signals.unblock()
        try process.run()
        var line = ""
        while !line.hasSuffix("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw CocoaError(.fileReadUnknown) }
            line += String(decoding: data, as: UTF8.self)
        }
        address = line.trimmingCharacters(in: .whitespacesAndNewlines)
        port = UInt16(URL(string: address)?.port ?? 0)
    }

    /// Stops, starts again, without the ledger when so asked, and lodges: how long from the start
    /// until that lodgement was answered.
    func restart(withLedger: Bool) throws -> Duration {
        stop()
        if !withLedger {
            for suffix in ["", "-wal", "-shm"] {
                let file = folder.appending(path: "office/ledger.sqlite" + suffix)
                try? FileManager.default.removeItem(at: file)
            }
        }
        let begin = ContinuousClock.now
        try start()
        try lodge(HTTPLoad.item(reference: "after-a-start-\(withLedger)"))
        return ContinuousClock.now - begin
    }

    /// Lodges one item as a program of the machine does, and waits for its answer.
    private func lodge(_ body: String) throws {
        let curl = Process()
        curl.executableURL = URL(filePath: "/usr/bin/curl")
        curl.arguments = [
            "--silent", "--fail", "--output", "/dev/null", "--json", body, "--header",
            "Authorization: Bearer " + key, address + "v1/items",
        ]
        Signals.unblock()
        try curl.run()
        curl.waitUntilExit()
        guard curl.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    /// The most that was resident so far.
    var peakMegabytes: Int {
        let path = "/proc/\(process.processIdentifier)/status"
        let status = try? String(contentsOfFile: path, encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        return (words.compactMap { Int($0) }.first ?? 0) / 1_024
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static var executable: URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "posthorn")
    }

    private static func posthorn(_ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Connections that are opened and then say nothing.
enum OpenSockets {
    /// As many as the machine lets us have, up to that count.
    static func hold(_ count: Int, to port: UInt16) throws -> [Int32] {
        var limit = rlimit()
        let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        _ = unsafe getrlimit(resource, &limit)
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(resource, &limit)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var sockets: [Int32] = []
        for _ in 0..<count {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { break }
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isOpen = unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe connect(descriptor, $0, size) == 0
                }
            }
            guard isOpen else {
                close(descriptor)
                break
            }
            sockets.append(descriptor)
        }
        return sockets
    }
}

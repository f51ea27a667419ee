import Foundation

/// A namespace of its own for a siege: its mounts, its network and its processes end with it.
package enum PrivateNamespace {
    /// Why none can be made here; nothing when one can.
    package static func flaw() async -> String? {
        for tool in ["/usr/bin/unshare", "/usr/sbin/ip"]
        where !FileManager.default.isExecutableFile(atPath: tool) {
            return "no \(tool) on this machine: apt-get install util-linux iproute2"
        }
        let tried = try? await Tool(path: "/usr/bin/unshare").run(arguments(["/bin/true"]))
        guard let tried, tried.status == 0 else {
            return "no private namespaces here: \(tried?.brief ?? "unshare does not run")"
        }
        return nil
    }

    /// Runs a command inside one, with this process's input and outputs; its exit status.
    package static func run(_ command: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = arguments(command)
        try process.run()
        while process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        return process.terminationStatus
    }

    private static func arguments(_ command: [String]) -> [String] {
        let user = geteuid() == 0 ? [] : ["--user", "--map-root-user"]
        return user
            + [
                "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc",
                "/bin/sh", "-c", "ip link set lo up && \"$@\"", "sh",
            ] + command
    }
}

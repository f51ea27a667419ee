import Foundation

/// The programs that a siege runs.
package struct Kit: Sendable {
    let posthorn: Tool
    let rescue: Tool
    /// A store with Object Lock, where one lies on this machine.
    let weed: Tool?
    let strace: Tool?

    /// `posthorn` and `posthorn-rescue` lie side by side.
    package init(posthorn: String, weed: String?) {
        self.posthorn = Tool(path: posthorn)
        let folder = URL(filePath: posthorn).resolvingSymlinksInPath().deletingLastPathComponent()
        rescue = Tool(path: folder.appending(path: "posthorn-rescue").path)
        self.weed = Self.find("weed", weed.map { [$0] } ?? Self.places("weed"))
        strace = Self.find("strace", Self.places("strace"))
    }

    private static func places(_ name: String) -> [String] {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        return (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            + [cache + "/posthorn/vaults/bin/\(name)"]
    }

    private static func find(_ name: String, _ places: [String]) -> Tool? {
        places.first { FileManager.default.isExecutableFile(atPath: $0) }.map { Tool(path: $0) }
    }
}

/// Where one scenario takes place, and with what.
package struct Field: Sendable {
    package enum Size: String, Sendable {
        /// Seconds for each: what every run of the tests has time for.
        case small
        case full
    }

    let ground: Ground
    let kit: Kit
    let size: Size
    let seed: UInt64
    /// Whether the defence that the scenario is about is taken away: the verdict must turn red.
    let isDisarmed: Bool
    let stores: StoreYard

    /// One count for each size.
    func count(small: Int, full: Int) -> Int { size == .small ? small : full }

    /// Brings an office back as `docs/RECOVERY.md` says, to its next document, and compares what is
    /// there with what was acknowledged.
    func recover(
        _ office: StakedOffice,
        from vaults: [ObjectStore.Bucket],
        keys: [String],
        _ outcome: inout Outcome
    ) async throws {
        let begun = ContinuousClock.now
        let restored = try office.moved(to: "restored")
        let rescue = try await rescue(vaults, keys: keys, to: restored.path)
        guard rescue.status == 0, let last = vaults.last else {
            outcome.compare(office.book, with: Recovered())
            return outcome.claim(false, "the restore ended with \(rescue.brief)")
        }
        // A vault with a new credential comes before the first new item.
        try await restored.add(
            last.store.bucket(office.path.name + "-after-" + ground.name),
            "after"
        )
        if try await restored.nextDocument() {
            outcome.nextDocument = Clients.seconds(since: begun)
        }
        let served = try await restored.serve()
        outcome.compare(office.book, with: try await settled(restored))
        try await served.stop()
        let verify = try await restored.ask(["verify"])
        outcome.claim(verify.status == 0, "the restored journal is not whole: \(verify.brief)")
    }

    func rescue(
        _ vaults: [ObjectStore.Bucket],
        keys: [String],
        to path: GroundPath
    ) async throws -> Tool.Finished {
        var arguments = ["restore"] + vaults.map(\.address)
        if let first = vaults.first {
            let credentials = try ground.path("rescue-credentials.txt")
            try Attacker.write(Array(first.credentials.utf8), to: credentials)
            arguments += ["--credentials", credentials.absolute]
        }
        for key in keys { arguments += ["--keys", key] }
        return try await kit.rescue.run(arguments + ["--to", path.absolute])
    }

    /// Reads what is back until everything acknowledged is there, or time is up: a restore may go on
    /// behind an office that works already.
    func settled(_ office: StakedOffice, seconds: Int = 60) async throws -> Recovered {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let found = try? await Recovered.read(office.path)
            if let found, found.lost(office.book.now).isEmpty { return found }
            guard ContinuousClock.now < end else {
                return try await Recovered.read(office.path)
            }
            let isRestoring = FileManager.default.fileExists(
                atPath: office.path.absolute + "/journal/restoring"
            )
            if let found, !isRestoring { return found }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}

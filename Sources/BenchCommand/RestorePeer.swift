import Foundation

/// restic and SQLite in our place: the same items as JSON lines, restored, then loaded.
struct RestorePeer {
    struct Figures {
        var restic: Double
        var sqlite: Double
    }

    private let folder: String
    private let environment: [String: String]

    init(_ root: String) throws {
        folder = root + "/peer"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        environment = ProcessInfo.processInfo.environment.merging([
            "RESTIC_PASSWORD": "bench", "RESTIC_REPOSITORY": folder + "/repository",
            "RESTIC_CACHE_DIR": folder + "/cache",
        ]) { $1 }
    }

    private static let export = """
        import json, sqlite3, sys
        base = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
        base.row_factory = sqlite3.Row
        with open(sys.argv[2], "w") as out:
            for row in base.execute("SELECT * FROM items"):
                out.write(json.dumps(dict(row), default=bytes.hex) + "\\n")
        """

    private static let load = """
        import json, os, sqlite3, sys
        rows = (json.loads(line) for line in open(sys.argv[1]))
        first = next(rows); names = list(first)
        base = sqlite3.connect(sys.argv[2])
        base.execute("PRAGMA journal_mode = WAL"); base.execute("PRAGMA synchronous = FULL")
        base.execute("CREATE TABLE items (%s)" % ", ".join(names))
        insert = "INSERT INTO items VALUES (%s)" % ", ".join("?" * len(names))
        base.execute(insert, tuple(first.values()))
        base.executemany(insert, (tuple(row.values()) for row in rows))
        for place in range(3): base.execute("CREATE INDEX i%d ON items (%s)" % (place, names[place]))
        base.commit()
        """

    /// Nil where either is not installed.
    func run(ledger: String) throws -> Figures? {
        guard let restic = ["/usr/bin/restic"].first(where: FileManager.default.isExecutableFile),
            FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
        else { return nil }
        let json = folder + "/items.jsonl"
        try time("/usr/bin/python3", ["-c", Self.export, ledger, json])
        try time(restic, ["init", "-q"])
        try time(restic, ["backup", "-q", json])
        let restored = try time(restic, ["restore", "-q", "latest", "--target", folder + "/back"])
        let loaded = try time(
            "/usr/bin/python3",
            ["-c", Self.load, folder + "/back" + json, folder + "/items.sqlite"]
        )
        return Figures(restic: restored, sqlite: loaded)
    }

    @discardableResult
    private func time(_ program: String, _ arguments: [String]) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CancellationError() }
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

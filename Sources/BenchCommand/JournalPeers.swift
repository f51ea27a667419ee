import Foundation
import Glibc

/// What the journal is compared with, measured in the same run on the same disk.
enum JournalPeers {
    /// The disk's own median for appending 4 KiB and waiting for it, in microseconds.
    static func fdatasyncMedian(in folder: String) throws -> Int {
        let file = unsafe open("\(folder)/sync", O_CREAT | O_WRONLY, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(file) }
        let block = [UInt8](repeating: 7, count: 4_096)
        var times: [Int] = []
        for _ in 0..<2_000 {
            let start = ContinuousClock.now
            let wrote = unsafe write(file, block, block.count)
            guard wrote == block.count, fdatasync(file) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
            times.append(Int((ContinuousClock.now - start) / .microseconds(1)))
        }
        return times.sorted()[times.count / 2]
    }

    /// Rows a second into SQLite in WAL mode with `synchronous = FULL`.
    static func sqlite(in folder: String, bytes: Int, batch: Int, rows: Int) throws -> Int {
        let script = """
            import os, sqlite3, sys, time
            path, size, batch, rows = sys.argv[1], *map(int, sys.argv[2:])
            db = sqlite3.connect(path, isolation_level=None)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
            data = [(os.urandom(size),) for _ in range(batch)]
            start = time.perf_counter()
            for _ in range(rows // batch):
                db.execute("BEGIN")
                db.executemany("INSERT INTO entry (bytes) VALUES (?)", data)
                db.execute("COMMIT")
            print(int(rows // batch * batch / (time.perf_counter() - start)))
            """
        let output = try run([
            "python3", "-c", script, "\(folder)/peer-\(batch).sqlite", "\(bytes)", "\(batch)",
            "\(rows)",
        ])
        return Int(output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// Rows a second into PostgreSQL 15 from 64 clients, one row each, or that it is not here.
    static func postgres(in folder: String, bytes: Int) throws -> String {
        let bin = "/usr/lib/postgresql/15/bin"
        guard FileManager.default.isExecutableFile(atPath: bin + "/initdb") else {
            return "not installed"
        }
        let script = """
            set -e; cd /; bin=$1; dir=$2; bytes=$3
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            mkdir -p "$dir"; [ "$(id -u)" = 0 ] && chown postgres "$dir"
            as "$bin/initdb" -D "$dir/data" -A trust >/dev/null
            as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-k $dir -c listen_addresses= \
            -c max_connections=100" start >/dev/null
            trap 'as "$bin/pg_ctl" -D "$dir/data" -m fast stop >/dev/null' EXIT
            sql="as $bin/psql -q -h $dir postgres -c"
            $sql "CREATE TABLE entry (id bigserial PRIMARY KEY, bytes bytea NOT NULL)"
            hex=$(head -c "$bytes" /dev/urandom | od -An -vtx1 | tr -d ' \\n')
            echo "INSERT INTO entry (bytes) VALUES ('\\\\x$hex');" > "$dir/insert.sql"
            as "$bin/pgbench" -n -h "$dir" -c 64 -j 2 -T 5 -M prepared -f "$dir/insert.sql" postgres
            """
        chmodForOthers(folder)
        let output = try run(["bash", "-c", script, "bench", bin, folder + "/pg", "\(bytes)"])
        let line = output.split(separator: "\n").first { $0.hasPrefix("tps = ") }
        let rate = line?.split(separator: " ").compactMap { Double($0) }.first
        return rate.map { "\(Int($0))" } ?? "did not run"
    }

    /// PostgreSQL refuses to run as root: its own user has to reach the folder.
    private static func chmodForOthers(_ folder: String) {
        _ = unsafe chmod(folder, 0o755)
    }

    /// What the cores hash together, in pieces of 700 bytes, each with a process of its own.
    ///
    /// Two processors of a cloud machine are often one core's two threads: one of them alone is
    /// faster than half of both.
    static func opensslBytesPerSecond(cores: Int) throws -> Int {
        let output = try run([
            "openssl", "speed", "-evp", "sha256", "-bytes", "700", "-seconds", "2", "-mr",
            "-multi", "\(cores)",
        ])
        let line = output.split(separator: "\n").last { $0.hasPrefix("+F:") }
        return line?.split(separator: ":").last.flatMap { Double($0) }.map { Int($0) } ?? 0
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        Signals.unblock()
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}

import Glibc
import Journal
import Vault

/// Keys that a rescuer names: files and folders as they are, buckets fetched into a folder of this
/// process, gone when it ends.
enum RescueEscrow {
    static func with<Value>(
        _ keys: [String],
        credentials: String?,
        _ work: ([String]) async throws -> Value
    ) async throws -> Value {
        var paths: [String] = []
        var fetched: [String] = []
        defer { for folder in fetched { remove(folder) } }
        for key in keys {
            guard let place = S3Place(key) else {
                paths.append(key)
                continue
            }
            guard let credentials else {
                throw VaultFault(
                    .usage,
                    key,
                    "expected a credential of the escrow, found none",
                    hint: "give --keys-credentials FILE with two lines, access key and secret"
                )
            }
            let escrow = S3Escrow(place, try S3Credentials(file: credentials), clock: .machine)
            let folder = try make()
            fetched.append(folder)
            _ = try await EscrowFetch.run(escrow, into: folder)
            paths.append(folder)
        }
        return try await work(paths)
    }

    private static func make() throws -> String {
        let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var name = Array("\(base)/posthorn-escrow-XXXXXX".utf8CString)
        guard let made = unsafe mkdtemp(&name) else {
            throw VaultFault(
                .io,
                base,
                "cannot make a folder for copies of keys",
                hint: "set TMPDIR to a folder that can be written"
            )
        }
        return unsafe String(cString: made)
    }

    private static func remove(_ folder: String) {
        let disk = PosixDisk(root: folder)
        let names = (try? disk.list(""))?.map(\.name) ?? []
        try? disk.remove(names)
        unsafe rmdir(folder)
    }
}

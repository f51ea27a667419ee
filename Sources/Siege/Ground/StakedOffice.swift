import Foundation
import Mail

/// An office that a scenario has made for itself, and what its clients were told.
struct StakedOffice: Sendable {
    let kit: Kit
    let ground: Ground
    let path: GroundPath
    let key: String
    let book: AckBook

    /// Makes an office with a client's key, its vaults, and its promise.
    init(
        on field: Field,
        named name: String = "office",
        vaults: [ObjectStore.Bucket] = [],
        promise: Int = 0
    ) async throws {
        kit = field.kit
        ground = field.ground
        path = try field.ground.path(name)
        book = AckBook(name)
        try await Self.command(kit, ["init", path.absolute])
        for (number, vault) in vaults.enumerated() {
            let name = "vault-\(number)"
            try await Self.add(vault, name, to: path, ground, kit)
        }
        if promise > 0 {
            try await Self.command(
                kit,
                [
                    "vault", "promise", "vaulted(\(promise))", "--as", "ada", "--reason", "siege",
                    "--office", path.absolute,
                ]
            )
        }
        key =
            try await Self.command(
                kit,
                [
                    "access", "key", "add", "--office", path.absolute, "--role", "shipper",
                    "--mode",
                    "test",
                ]
            )
            .output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The same office in another place: restored, or on another machine.
    private init(_ other: StakedOffice, at path: GroundPath) {
        (kit, ground, key, book) = (other.kit, other.ground, other.key, other.book)
        self.path = path
    }

    /// Adds a vault and ships everything to it.
    func add(_ vault: ObjectStore.Bucket, _ name: String) async throws {
        try await Self.add(vault, name, to: path, ground, kit)
    }

    private static func add(
        _ vault: ObjectStore.Bucket,
        _ name: String,
        to path: GroundPath,
        _ ground: Ground,
        _ kit: Kit
    ) async throws {
        let credentials = try ground.path("\(path.name)-\(name).txt")
        try Attacker.write(Array(vault.credentials.utf8), to: credentials)
        let finished = try await kit.posthorn.run(
            [
                "vault", "add", name, vault.address, "--credentials", credentials.absolute,
                "--office", path.absolute,
            ]
        )
        guard finished.status == 0 else {
            throw Siege.Stuck("posthorn vault add \(name): \(finished.brief)")
        }
    }

    func moved(to name: String) throws -> StakedOffice {
        StakedOffice(self, at: try ground.path(name))
    }

    func file(_ name: String) throws -> GroundPath { try ground.path(path.relative + "/" + name) }

    func serve(environment: [String: String] = [:]) async throws -> LiveOffice {
        try await LiveOffice(self, environment: environment)
    }

    /// Runs a command on it that has to work.
    @discardableResult
    func command(_ arguments: [String]) async throws -> Tool.Finished {
        try await Self.command(kit, arguments + ["--office", path.absolute])
    }

    /// Runs a command on it, whatever comes of it.
    func ask(_ arguments: [String]) async throws -> Tool.Finished {
        try await kit.posthorn.run(arguments + ["--office", path.absolute])
    }

    @discardableResult
    static func command(_ kit: Kit, _ arguments: [String]) async throws -> Tool.Finished {
        let finished = try await kit.posthorn.run(arguments)
        guard finished.status == 0 else {
            throw Siege.Stuck(
                "posthorn \(arguments.prefix(3).joined(separator: " ")): \(finished.brief)"
            )
        }
        return finished
    }

    /// Lodges one item by command and writes its documents; true when there are some.
    func nextDocument() async throws -> Bool {
        let reference = book.next()
        let input = try ground.path("\(reference).jsonl")
        try Attacker.write(Array((Clients.body(reference) + "\n").utf8), to: input)
        let out = try ground.path("\(reference)-out")
        let lodged = try await ask([
            "lodge", input.absolute, "--out", out.absolute, "--json",
        ])
        guard lodged.status == 0, let item = Self.item(inAnswer: lodged.output) else {
            throw Siege.Stuck("the next document: \(lodged.brief)")
        }
        book.acknowledge(reference, item)
        return FileManager.default.enumerator(atPath: out.absolute)?
            .contains { ($0 as? String)?.hasSuffix(".pdf") ?? false } ?? false
    }

    /// The one item that `posthorn lodge --json` says it has lodged.
    static func item(inAnswer output: String) -> String? {
        let json = try? JSONReader.read(Array(output.utf8))
        return json?["results"]?.elements?.first?["item"]?.text
    }
}

import Journal
import Synchronization

@testable import Vault

/// A vault in memory that a test can break: every version stays, as in a store with locks.
final class MemoryVault: VaultStore {
    struct Content {
        var versions: [String: [[UInt8]]] = [:]
        var locks: [String: UnixTime] = [:]
        var isDown = false
        /// Faults that the next calls end with.
        var puts = 0
        var reads = 0
        var failingPut: Int?
        var canBeDestroyed = false
        var now = UnixTime(seconds: 1_800_000_000)
    }

    let content = Mutex(Content())
    let name: String
    let isOutside: Bool

    init(_ name: String = "memory vault", isOutside: Bool = true) {
        self.name = name
        self.isOutside = isOutside
    }

    private static func down() -> VaultFault {
        VaultFault(.unreachable, "memory vault", "no answer", hint: "it is tried again")
    }

    func set(_ change: (inout Content) -> Void) { content.withLock { change(&$0) } }

    var names: [String] { content.withLock { $0.versions.keys.sorted() } }

    func bytes(_ name: String) -> [UInt8]? { content.withLock { $0.versions[name]?.first } }

    func put(_ objects: [VaultObject]) async throws(VaultFault) {
        for object in objects { try put(object) }
    }

    private func put(_ object: VaultObject) throws(VaultFault) {
        try content.withLock { (content) throws(VaultFault) in
            if content.isDown { throw Self.down() }
            content.puts += 1
            if content.failingPut == content.puts { throw Self.down() }
            let found = content.versions[object.name] ?? []
            if found.contains(object.bytes) { return }
            guard found.isEmpty else {
                throw VaultFault(.differentBytes, object.name, "others", hint: "look")
            }
            content.versions[object.name] = [object.bytes]
            content.locks[object.name] = content.now.adding(days: object.term.days)
        }
    }

    func copies(of name: String) async throws(VaultFault) -> [[UInt8]] {
        try content.withLock { (content) throws(VaultFault) in
            if content.isDown { throw Self.down() }
            content.reads += 1
            return content.versions[name] ?? []
        }
    }

    func holds(_ name: String) async throws(VaultFault) -> Bool {
        try await !copies(of: name).isEmpty
    }

    func list(
        _ prefix: String,
        after: String?,
        limit: Int
    ) async throws(VaultFault) -> VaultPage {
        try content.withLock { (content) throws(VaultFault) in
            if content.isDown { throw Self.down() }
            let all = content.versions.keys.filter { $0.hasPrefix(prefix) && $0 > after ?? "" }
                .sorted()
            return VaultPage(names: Array(all.prefix(limit)), isLast: all.count <= limit)
        }
    }

    func replaceHint(_ name: String, with bytes: [UInt8]) async throws(VaultFault) {
        try content.withLock { (content) throws(VaultFault) in
            if content.isDown { throw Self.down() }
            content.versions[name] = [bytes]
        }
    }

    func retire(_ names: [String]) async {
        set { content in for name in names { content.versions[name] = nil } }
    }

    func lockEnd(of name: String) async throws(VaultFault) -> UnixTime? {
        content.withLock { $0.locks[name] }
    }

    func extendLock(of name: String, to end: UnixTime) async throws(VaultFault) {
        set { content in content.locks[name] = max(content.locks[name] ?? end, end) }
    }

    func time() async throws(VaultFault) -> UnixTime? { content.withLock { $0.now } }

    func attack(_ name: String) async throws(VaultFault) -> [String] {
        content.withLock { content in
            guard content.canBeDestroyed else { return [] }
            content.versions[name] = nil
            return ["deleting"]
        }
    }
}

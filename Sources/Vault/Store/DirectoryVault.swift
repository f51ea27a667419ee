import Dispatch
package import Journal

/// A vault in a folder: the embedded second copy, another disk, a mounted share, a stick.
///
/// A folder holds nobody to a lock. Whether this one is a vault at all is for the canary to find
/// out; written once and read back it is in any case. One office uses one folder.
package struct DirectoryVault: VaultStore {
    package let name: String
    package let isOutside: Bool
    private let disk: PosixDisk
    /// Where the disk is waited for, so that it takes no thread from those who seal.
    ///
    /// Readers are many at a time, a writer is alone: it has the one `staging/`.
    private let queue: DispatchQueue

    /// The embedded vault lies in the office's own folder.
    package init(path: String, isEmbedded: Bool = false) {
        name = isEmbedded ? "embedded vault \(path)" : "vault \(path)"
        isOutside = !isEmbedded
        disk = PosixDisk(root: path)
        queue = DispatchQueue(label: "posthorn.vault.directory", attributes: .concurrent)
    }

    package func put(_ objects: [VaultObject]) async throws(VaultFault) {
        try await perform(alone: true) { (disk) throws(JournalFault) in
            try disk.makeFolder("")
            for group in DirectoryVault.groups(objects) {
                var new: [NewFile] = []
                for object in group {
                    guard let found = try disk.read(object.name) else {
                        new.append(NewFile(object.name, object.bytes))
                        continue
                    }
                    guard found == object.bytes else { throw DirectoryVault.differs(object, found) }
                }
                let staged = try disk.stage(new)
                for (file, object) in zip(staged, new) {
                    guard try disk.readUncached(file.staging) == object.bytes else {
                        throw JournalFault(
                            .damaged,
                            path: object.path,
                            "expected the \(object.bytes.count) bytes that were written, found others",
                            hint: "replace this disk"
                        )
                    }
                }
                try disk.publish(staged)
                // A crash here leaves whole objects; the next round finds them the same.
            }
        }
    }

    /// So few that their descriptors and bytes are no burden.
    private static func groups(_ objects: [VaultObject]) -> [ArraySlice<VaultObject>] {
        stride(from: 0, to: objects.count, by: 64)
            .map { objects[$0..<min($0 + 64, objects.count)] }
    }

    private static func differs(_ object: VaultObject, _ found: [UInt8]) -> JournalFault {
        JournalFault(
            .differentBytes,
            path: object.name,
            "expected the \(object.bytes.count) bytes that belong here, found \(found.count) others",
            hint: "somebody wrote here: keep the folder as evidence, and add another vault"
        )
    }

    package func copies(of name: String) async throws(VaultFault) -> [[UInt8]] {
        try await perform { (disk) throws(JournalFault) in
            try disk.read(name).map { [$0] } ?? []
        }
    }

    package func holds(_ name: String) async throws(VaultFault) -> Bool {
        try await !copies(of: name).isEmpty
    }

    package func list(
        _ prefix: String,
        after: String?,
        limit: Int
    ) async throws(VaultFault) -> VaultPage {
        try await perform { (disk) throws(JournalFault) in
            let folder = prefix.lastIndex(of: "/").map { String(prefix[..<$0]) } ?? ""
            var listing = DirectoryListing(disk, prefix: prefix, after: after, limit: limit + 1)
            try listing.walk(folder)
            let found = listing.found
            return VaultPage(names: Array(found.prefix(limit)), isLast: found.count <= limit)
        }
    }

    package func replaceHint(_ name: String, with bytes: [UInt8]) async throws(VaultFault) {
        try await perform(alone: true) { (disk) throws(JournalFault) in
            try disk.replace(name, with: bytes)
        }
    }

    package func retire(_ names: [String]) async {
        // A medium that is written once keeps them, which is no harm.
        try? await perform(alone: true) { (disk) throws(JournalFault) in
            try disk.remove(names)
            try disk.remove(
                Set(names.map { String($0[..<($0.lastIndex(of: "/") ?? $0.endIndex)]) }).sorted()
            )
        }
    }

    package func lockEnd(of name: String) async throws(VaultFault) -> UnixTime? { nil }

    package func extendLock(of name: String, to end: UnixTime) async throws(VaultFault) {}

    package func time() async throws(VaultFault) -> UnixTime? { nil }

    package func attack(_ name: String) async throws(VaultFault) -> [String] {
        await attempt(alone: true) { disk in
            var done: [String] = []
            let before = try? disk.read(name)
            if (try? disk.writeResult(NewFile(name, Array("destroyed".utf8)))) != nil,
                (try? disk.read(name)) != before
            {
                done.append("overwriting")
            }
            if (try? disk.remove([name])) != nil, (try? disk.read(name)) == .some(nil) {
                done.append("unlinking")
            }
            return done
        }
    }

    private func attempt<T: Sendable>(
        alone: Bool,
        _ work: @escaping @Sendable (PosixDisk) -> T
    ) async -> T {
        await withCheckedContinuation { (done: CheckedContinuation<T, Never>) in
            queue.async(flags: alone ? .barrier : []) { [disk] in
                done.resume(returning: work(disk))
            }
        }
    }

    private func perform<T: Sendable>(
        alone: Bool = false,
        _ work: @escaping @Sendable (PosixDisk) throws(JournalFault) -> T
    ) async throws(VaultFault) -> T {
        let result = await attempt(alone: alone) { disk -> Result<T, JournalFault> in
            do throws(JournalFault) {
                return .success(try work(disk))
            } catch { return .failure(error) }
        }
        do throws(JournalFault) {
            return try result.get()
        } catch { throw VaultFault(error, at: name) }
    }
}

import Synchronization

/// Re-hashes every entry of the published tree and proves each hash tile from the root down.
struct TreeCheck: Sendable {
    struct Found: Sendable {
        var entries: UInt64 = 0
        /// Payload bytes that were hashed.
        var bytes: UInt64 = 0
        var findings: Set<CheckFinding> = []
    }

    private final class Progress: Sendable {
        /// The first bundle that no thread has taken.
        let next = Atomic<UInt64>(0)
        let found = Mutex(Found())
    }

    let disk: any Disk
    let size: TreeSize
    /// Nil when the right edge does not give the root: then tiles are only compared with
    /// each other.
    let tiles: VerifiedTiles?

    /// Bundles that a thread takes at a time.
    private static let stride: UInt64 = 16

    /// Checks every bundle but those that are known not to be here.
    func run(threads: Int, except missing: Range<UInt64> = 0..<0) -> Found {
        let bundles = (size.count + TilePath.span - 1) / TilePath.span
        let progress = Progress()
        let workers = (0..<threads)
            .map { _ in
                OwnedThread { [self] in
                    var check = BundleCheck(disk: disk, size: size, tiles: tiles)
                    while true {
                        let start = progress.next
                            .wrappingAdd(
                                TreeCheck.stride,
                                ordering: .relaxed
                            )
                            .oldValue
                        guard start < bundles else { break }
                        for number in start..<min(bundles, start + TreeCheck.stride)
                        where !missing.contains(number) {
                            check.check(number)
                        }
                    }
                    let found = check.found
                    progress.found.withLock { total in
                        total.entries += found.entries
                        total.bytes += found.bytes
                        total.findings.formUnion(found.findings)
                    }
                }
            }
        for worker in workers { worker.join() }
        return progress.found.withLock { $0 }
    }
}

package import Journal
import Synchronization

/// Finds the best copy of each object of one incarnation, wherever copies lie.
///
/// A copy is believed for its bytes alone: by a hash, or by a signature of the log. Junk under any
/// name, marks of deletion and overwritten versions are passed by, and told.
package struct Salvage: Sendable {
    /// An incarnation that this one continues: up to a size, its history is this one's.
    package struct Ancestor: Hashable, Sendable {
        package let layout: VaultLayout
        package let end: TreeSize

        package init(layout: VaultLayout, end: TreeSize) {
            self.layout = layout
            self.end = end
        }
    }

    package let stores: [any VaultStore]
    package let layout: VaultLayout
    /// The nearest first.
    ///
    /// What they shipped beyond their end is another history.
    package let ancestors: [Ancestor]
    /// The keys that the log may be signed with.
    package let keys: [VerifierKey]
    package let notes = SalvageNotes()

    package init(
        stores: [any VaultStore],
        layout: VaultLayout,
        ancestors: [Ancestor] = [],
        keys: [VerifierKey]
    ) {
        self.stores = stores
        self.layout = layout
        self.ancestors = ancestors
        self.keys = keys
    }

    /// Every incarnation that something of this history may lie under, with the size up to which.
    var lineage: [Ancestor] { [Ancestor(layout: layout, end: TreeSize(.max))] + ancestors }

    /// All distinct bytes under the names that a tile or a bundle has in this history.
    package func copies(of tile: TilePath) async -> [[UInt8]] {
        var all: [[UInt8]] = []
        for life in lineage where tile.treeSize <= life.end {
            for bytes in await copies(of: life.layout.tile(tile)) where !all.contains(bytes) {
                all.append(bytes)
            }
        }
        return all
    }

    /// Whether any vault lists a tile or a bundle of this history.
    package func holds(_ tile: TilePath) async -> Bool {
        for life in lineage where tile.treeSize <= life.end {
            if await holds(life.layout.tile(tile)) { return true }
        }
        return false
    }

    /// All distinct bytes under a name in all vaults; a vault that does not answer is told once.
    package func copies(of name: String) async -> [[UInt8]] {
        var all: [[UInt8]] = []
        for store in stores {
            do throws(VaultFault) {
                for bytes in try await store.copies(of: name) where !all.contains(bytes) {
                    all.append(bytes)
                }
            } catch { notes.add(unreadable: "\(error)") }
        }
        return all
    }

    /// Names under a prefix in any vault, in order; `inspect` says when to stop.
    package func walk(
        _ prefix: String,
        _ inspect: (String) async -> Bool
    ) async {
        var last: String?
        while true {
            var names: Set<String> = []
            // Behind the smallest last name of an incomplete page, some store may have more.
            var bound: String?
            for store in stores {
                do throws(VaultFault) {
                    let page = try await store.list(prefix, after: last, limit: VaultLimits.page)
                    names.formUnion(page.names)
                    if !page.isLast, let end = page.names.last {
                        bound = bound.map { Salvage.precedes(end, $0) ? end : $0 } ?? end
                    }
                } catch { notes.add(unreadable: "\(error)") }
            }
            for name in names.sorted(by: Salvage.precedes) {
                if let bound, Salvage.precedes(bound, name) { break }
                guard await inspect(name) else { return }
                last = name
            }
            if bound == nil { return }
        }
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Whether any vault lists a name.
    package func holds(_ name: String) async -> Bool {
        for store in stores {
            do throws(VaultFault) {
                if try await store.holds(name) { return true }
            } catch { notes.add(unreadable: "\(error)") }
        }
        return false
    }

    /// How many full bundles there are from the first on; in O(log n) questions.
    ///
    /// They go out in order, so the end is found by doubling and halving. The last few may have
    /// gone out together, and of those any may be missing. Another that is missing in front of
    /// them is found when it is read.
    package func bundleCount() async -> UInt64 {
        func has(_ number: UInt64) async -> Bool {
            await holds(TilePath(.entries, number: number))
        }
        guard await has(0) else { return 0 }
        var (low, high) = (UInt64(0), UInt64(1))
        while await has(high) { (low, high) = (high, high * 2) }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if await has(middle) { low = middle } else { high = middle }
        }
        let together = UInt64(VaultLimits.bundlesAtOnce)
        return await withTaskGroup(of: UInt64?.self) { group in
            for number in (high - min(high, together))..<high {
                group.addTask { await has(number) ? nil : number }
            }
            return await group.reduce(high) { min($0, $1 ?? high) }
        }
    }

    /// The checkpoints of the log that bytes hold, if one of its keys has signed them.
    package func signed(_ bytes: [UInt8]) -> SignedCheckpoint? {
        try? SignedCheckpoint(parsing: bytes, keys: keys)
    }
}

/// What a salvage passed by: gathered from many tasks, told once.
package final class SalvageNotes: Sendable {
    private struct State {
        var junk: Set<String> = []
        var unreadable: Set<String> = []
        var replaced: Set<String> = []
    }

    private let state = Mutex(State())

    init() {}

    /// Bytes that no hash and no signature speaks for.
    func add(junk name: String) { state.withLock { _ = $0.junk.insert(name) } }
    func add(unreadable text: String) { state.withLock { _ = $0.unreadable.insert(text) } }
    /// A name with a good copy and others beside it.
    func add(replaced name: String) { state.withLock { _ = $0.replaced.insert(name) } }

    package var junk: [String] { state.withLock { $0.junk.sorted() } }
    package var unreadable: [String] { state.withLock { $0.unreadable.sorted() } }
    package var replaced: [String] { state.withLock { $0.replaced.sorted() } }
}

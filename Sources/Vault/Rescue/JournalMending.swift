package import Journal

/// Puts good copies from vaults in the place of damaged files of a journal that a writer holds open.
///
/// A copy is believed for its bytes alone: the tree above it names their hash.
package struct JournalMending: Sendable {
    package struct Report: Sendable {
        /// Where the good copy of each mended file came from.
        package var mended: [String: String] = [:]
        /// What no vault has a good copy of.
        package var left: Set<String> = []
    }

    private let directory: String
    private let writer: JournalWriter
    private let layout: VaultLayout
    private let stores: [any VaultStore]

    package init(
        journal directory: String,
        _ writer: JournalWriter,
        incarnation: Incarnation,
        stores: [any VaultStore]
    ) {
        self.directory = directory
        self.writer = writer
        layout = VaultLayout(incarnation)
        self.stores = stores
    }

    /// Mends what it can of the damaged paths; a file above them that proves to be damaged, too.
    ///
    /// - Throws: `io` and the like when the journal's own folder takes no good copy.
    @concurrent
    package func run(_ damaged: Set<String>) async throws(VaultFault) -> Report {
        var report = Report()
        // The right edge of the tree is in the writer's memory, and all else is proven by it.
        try await mend([])
        for path in damaged where TilePath(path: path).map({ !$0.isFull }) ?? true {
            report.mended[path] = "this office's memory"
        }
        var open = Set(damaged.compactMap { TilePath(path: $0) }.filter(\.isFull))
        var isProgress = true
        while isProgress, !open.isEmpty {
            isProgress = false
            // From the top down: a tile is proven by the one above it.
            for tile in open.sorted(by: { Self.rank($0) > Self.rank($1) }) {
                switch try await copy(of: tile) {
                case .found(let bytes, let store):
                    try await mend([NewFile(tile.path, bytes)])
                    report.mended[tile.path] = store
                    open.remove(tile)
                    isProgress = true
                case .blocked(let above):
                    isProgress = open.insert(above).inserted || isProgress
                case .none: continue
                }
            }
        }
        report.left = Set(open.map(\.path))
        return report
    }

    private static func rank(_ tile: TilePath) -> Int {
        if case .hashes(let level) = tile.kind { level } else { -1 }
    }

    private enum Copy {
        case found([UInt8], store: String)
        /// A tile above is damaged itself.
        case blocked(by: TilePath)
        case none
    }

    private func copy(of tile: TilePath) async throws(VaultFault) -> Copy {
        do throws(JournalFault) {
            var proof = try TileProof(directory: directory, keys: [writer.verifierKey])
            for store in stores {
                // A vault that does not answer is passed by; the next round asks again.
                let copies = (try? await store.copies(of: layout.tile(tile))) ?? []
                for bytes in copies where try proof.accepts(bytes, at: tile) {
                    return .found(bytes, store: store.name)
                }
            }
            return .none
        } catch {
            guard error.code == .damaged, let above = TilePath(path: error.path), above.isFull,
                above != tile
            else { return .none }
            return .blocked(by: above)
        }
    }

    private func mend(_ files: [NewFile]) async throws(VaultFault) {
        do throws(JournalFault) {
            try await writer.mend(files)
        } catch { throw VaultFault(error, at: directory) }
    }
}

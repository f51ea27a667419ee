package import Journal

/// In how many vaults entries are now, asked by whoever does not ship: `posthorn show`.
package enum VaultCount {
    /// Counts the vaults, of those named, that hold every entry before `end`.
    ///
    /// Named are those that are known to be vaults; one that does not answer counts for nothing.
    package static func run(
        office: String,
        end: TreeSize,
        counting names: Set<String>,
        clock: VaultClock
    ) async throws(VaultFault) -> Int {
        let lines = try VaultList.load(office: office).lines.filter { names.contains($0.name) }
        guard !lines.isEmpty, let record = try IncarnationRecord.read(office: office) else {
            return 0
        }
        let source: ShippingSource
        do throws(JournalFault) {
            source = try ShippingSource(directory: office + "/journal")
        } catch { throw VaultFault(error, at: office) }
        let layout = VaultLayout(record.incarnation)
        return await withTaskGroup(of: Bool.self) { group in
            for line in lines {
                group.addTask {
                    let store = try? line.open(office: office, clock: clock)
                    guard let store, store.isOutside else { return false }
                    // What a served office ships meanwhile is more than the checkpoint read here.
                    let position = try? await VaultPosition.find(
                        in: store,
                        source,
                        layout,
                        behind: record.predecessor?.size
                    )
                    return (position?.size ?? .zero) >= end
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }
}

package import Journal

/// An office's vaults, put together from its folder: what a command and a server start with.
package enum OfficeShipping {
    /// Takes back what only vaults have; before the journal is opened to write.
    package static func adopt(
        office: String,
        clock: VaultClock,
        random: RandomSource
    ) async throws(VaultFault) -> VaultAdoption.Report {
        let record = try IncarnationRecord.load(office: office, random: random)
        let stores = try VaultList.load(office: office).stores(office: office, clock: clock)
        let adoption = VaultAdoption(
            journal: office + "/journal",
            incarnation: record.incarnation
        )
        return try await adoption.run(stores)
    }

    /// Shipping for a journal that a writer holds open; the caller runs it.
    package static func shipping(
        _ writer: JournalWriter,
        office: String,
        clock: VaultClock,
        random: RandomSource
    ) throws(VaultFault) -> VaultShipping {
        let source = ShippingSource(writer, directory: office + "/journal")
        return try shipping(source, office, clock, random)
    }

    /// Shipping for a journal at rest.
    package static func shipping(
        office: String,
        clock: VaultClock,
        random: RandomSource
    ) throws(VaultFault) -> VaultShipping {
        let source: ShippingSource
        do throws(JournalFault) {
            source = try ShippingSource(directory: office + "/journal")
        } catch { throw VaultFault(error, at: office) }
        return try shipping(source, office, clock, random)
    }

    private static func shipping(
        _ source: ShippingSource,
        _ office: String,
        _ clock: VaultClock,
        _ random: RandomSource
    ) throws(VaultFault) -> VaultShipping {
        VaultShipping(
            source,
            as: try IncarnationRecord.load(office: office, random: random),
            assets: office + "/assets",
            snapshots: SnapshotFolder(office: office),
            to: try VaultList.load(office: office).stores(office: office, clock: clock),
            clock: clock
        )
    }
}

import JournalSimulation

@testable import Journal

/// Small journals on a disk in memory, to be damaged.
enum SampleJournals {
    /// Entries in tiles, and entries that only the write-ahead file has.
    static func make(
        published: [[UInt8]],
        tail: [[[UInt8]]] = [],
        key: SigningKey? = nil
    ) async throws -> SimulatedDisk {
        let disk = SimulatedDisk(seed: 1)
        let key = try key ?? TestKeys.signing()
        var limits = JournalLimits()
        limits.publishMilliseconds = 600_000
        limits.walStep = 4_096
        let writer = try JournalWriter.create(
            on: disk,
            signer: key,
            incarnation: 1,
            limits: limits
        )
        if !published.isEmpty { _ = try await writer.append(published) }
        try await writer.publish()
        for segment in tail { _ = try await writer.append(segment) }
        if tail.isEmpty { try await writer.close() }
        return disk
    }

    static func check(_ disk: SimulatedDisk, trust: CheckTrust? = nil) throws -> CheckReport {
        let key = try TestKeys.signing().verifierKey
        return try JournalCheck.run(disk: disk, trust: trust ?? .key(key), threads: 1)
    }

    static func load(_ disk: SimulatedDisk) throws(JournalFault) -> (Integrator, LoadReport) {
        guard let key = try? TestKeys.signing().verifierKey else { fatalError("the test's key") }
        return try JournalLoader.load(disk: disk, keys: [key], limits: JournalLimits())
    }

    static func entries(_ disk: SimulatedDisk) throws -> [[UInt8]] {
        let reader = try JournalReader(disk: disk)
        var cursor = try reader.cursor(from: EntryIndex(0), includingTail: true)
        var out: [[UInt8]] = []
        while let entry = try cursor.next() { out.append(entry.bytes) }
        return out
    }
}

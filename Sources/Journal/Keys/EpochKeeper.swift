/// Gives the writer the data key for now, and opens an epoch when a month begins.
///
/// An actor because an opening spans several durable steps and must happen once.
package actor EpochKeeper {
    /// Appends control records to the journal and returns once they are durable.
    package typealias Append = @Sendable ([ControlRecord]) async throws -> Void

    private let escrow: EscrowKeeper
    private let keyring: Keyring
    private let append: Append
    private var opening: [Epoch: Task<EpochKey, any Error>] = [:]
    private var retryAt: [EntryClass: UnixTime] = [:]
    /// Why the last epoch could not be opened, while an older one is used in its place.
    package private(set) var fault: (any Error)?

    private static let retrySeconds: Int64 = 60

    package init(escrow: EscrowKeeper, keyring: Keyring, append: @escaping Append) {
        self.escrow = escrow
        self.keyring = keyring
        self.append = append
    }

    /// The key to seal an entry of `entryClass` with.
    ///
    /// When a new epoch cannot be opened (no escrow takes its key, say), the newest older key goes
    /// on being used and `fault` says why: documents are not held up by a month's end.
    ///
    /// - Throws: What opening threw, when the class has no key at all.
    package nonisolated func key(
        for entryClass: EntryClass,
        at now: ClockReading
    ) async throws -> EpochKey {
        // Nearly always the epoch is open: then nobody waits for the actor.
        let (epoch, open) = keyring.current(for: entryClass, at: now)
        if let open { return open }
        return try await key(opening: epoch, at: now)
    }

    private func key(opening epoch: Epoch, at now: ClockReading) async throws -> EpochKey {
        let entryClass = epoch.entryClass
        if let (key, isOpened) = keyring.key(for: epoch), isOpened { return key }
        let older = keyring.newestKey(of: entryClass)
        if let older, let retry = retryAt[entryClass], now.time < retry { return older }
        do {
            let key = try await open(epoch, at: now.time)
            retryAt[entryClass] = nil
            fault = nil
            return key
        } catch {
            guard let older else { throw error }
            retryAt[entryClass] = UnixTime(seconds: now.time.seconds + Self.retrySeconds)
            fault = error
            return older
        }
    }

    /// Opens a further epoch key within the month, for when the one in use may have been read.
    package func renewKey(for epoch: Epoch, at time: UnixTime) async throws -> EpochKey {
        try await record(EpochKey.generate(for: epoch, random: escrow.directory.random), at: time)
    }

    private func open(_ epoch: Epoch, at time: UnixTime) async throws -> EpochKey {
        // Whoever comes second waits for the first: one month, one key.
        if let running = opening[epoch] { return try await running.value }
        let task = Task {
            // A wrapped key that no entry names is what a crash before the last step leaves.
            let key =
                keyring.key(for: epoch)?.key
                ?? EpochKey.generate(for: epoch, random: escrow.directory.random)
            return try await record(key, at: time)
        }
        opening[epoch] = task
        defer { opening[epoch] = nil }
        return try await task.value
    }

    private func record(_ key: EpochKey, at time: UnixTime) async throws -> EpochKey {
        let directory = escrow.directory
        let name = KeysLayout.wrapped(key.epoch, key.id)
        let found = try directory.files.read(name).flatMap { WrappedKey(name: name, file: $0) }
        let wrapped = try found ?? directory.wrap(key)
        // A crash here leaves nothing.
        if found == nil { try directory.files.write(wrapped.name, wrapped.file) }
        // A crash here leaves a wrapped key that nothing uses; the next start takes it up.
        keyring.add(key)
        try await escrow.deposit(wrapped, at: time)
        // A crash here leaves that key in an escrow too; the next start takes it up.
        let opened = ControlRecord.epochOpened(key.epoch, key: key.id, time: time)
        try await append([opened, wrapped.digest(at: time)])
        // From here on the journal knows the key, and every copy that rescue needs exists.
        keyring.apply(opened)
        return key
    }
}

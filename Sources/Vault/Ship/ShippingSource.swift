package import Journal

/// The journal that is shipped: one that a writer holds open, or one at rest.
package struct ShippingSource: Sendable {
    package let directory: String
    package let key: VerifierKey
    private let writer: JournalWriter?

    /// What a writer has made durable, as soon as it has.
    package init(_ writer: JournalWriter, directory: String) {
        self.directory = directory
        self.writer = writer
        key = writer.verifierKey
    }

    /// What a journal's folder has published.
    package init(directory: String) throws(JournalFault) {
        self.directory = directory
        writer = nil
        key = try JournalReader(directory: directory).keys[0]
    }

    /// The signed checkpoint up to which everything is on this disk.
    package func durable() throws(JournalFault) -> SignedCheckpoint {
        if let writer { return writer.checkpoint() }
        return try reader().checkpoint
    }

    package func reader() throws(JournalFault) -> JournalReader {
        try JournalReader(directory: directory, keys: [key])
    }

    /// What is not back of the journal's history; nil when all of it is here.
    func gap() throws(JournalFault) -> HistoryProgress? {
        try HistoryProgress.of(journal: directory)
    }

    /// Waits until more is durable or `wake` is called; at rest there is nothing to wait for.
    func wait(beyond size: TreeSize, unless mustStop: @Sendable () -> Bool) async {
        await writer?.waitForDurable(beyond: size, unless: mustStop)
    }

    func wake() {
        writer?.wakeFollowers()
    }
}

/// Time, as vaulting is handed it.
package struct VaultClock: Sendable {
    package let now: @Sendable () -> UnixTime
    package let sleep: @Sendable (_ milliseconds: Int) async -> Void

    package init(
        now: @escaping @Sendable () -> UnixTime,
        sleep: @escaping @Sendable (_ milliseconds: Int) async -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }
}

@testable import Journal

/// A small office around its keys, in memory: what one start of it holds.
struct OfficeKeys {
    let files: MemoryKeyFiles
    let stick: MemoryKeyFiles
    let log: RecordLog
    let recovery: AgeIdentity
    let keyring: Keyring
    let directory: KeysDirectory
    let escrow: EscrowKeeper
    let keeper: EpochKeeper

    /// A new office.
    init(escrows: Bool = true) async throws {
        let files = MemoryKeyFiles()
        let recovery = AgeIdentity.generate(.system)
        try KeysDirectory(files: files)
            .create(
                signingKey: "PRIVATE+KEY+office",
                recovery: [recovery.recipient]
            )
        try await self.init(
            files: files,
            stick: MemoryKeyFiles(path: "stick"),
            log: RecordLog(),
            recovery: recovery,
            escrows: escrows
        )
    }

    private init(
        files: MemoryKeyFiles,
        stick: MemoryKeyFiles,
        log: RecordLog,
        recovery: AgeIdentity,
        escrows: Bool
    ) async throws {
        self.files = files
        self.stick = stick
        self.log = log
        self.recovery = recovery
        directory = KeysDirectory(files: files)
        keyring = try directory.keyring(table: await log.table)
        escrow = EscrowKeeper(
            directory: directory,
            escrows: escrows ? [DirectoryEscrow(files: stick)] : []
        )
        keeper = EpochKeeper(escrow: escrow, keyring: keyring) { try await log.append($0) }
    }

    /// The same office after a restart: only files and journal survive.
    func restarted() async throws -> OfficeKeys {
        files.failAfter(nil)
        stick.failAfter(nil)
        await log.refuse(false)
        return try await OfficeKeys(
            files: files,
            stick: stick,
            log: log,
            recovery: recovery,
            escrows: !escrow.escrows.isEmpty
        )
    }

    func forgetting() -> Forgetting { Forgetting(escrow: escrow, keyring: keyring) }
}

extension UnixTime {
    static func on(_ day: String) -> UnixTime {
        guard let time = UnixTime("\(day)T12:00:00Z") else {
            preconditionFailure("\(day) is no day")
        }
        return time
    }
}

extension ClockReading {
    static func on(_ day: String) -> ClockReading { ClockReading(unchecked: .on(day)) }
}

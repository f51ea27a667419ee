import Testing

@testable import Journal

@Suite struct KeyringTests {
    static let epoch = Epoch(month: CalendarMonth(year: 2026, month: 11), entryClass: .personal)
    static let key = EpochKey(epoch: epoch, secret: Array(0..<32))
    static let time = UnixTime.on("2026-11-24")

    @Test("a forgotten key is not used, though a copy of it is at hand")
    func forgotten() {
        var table = EpochTable()
        table.apply(.epochOpened(Self.epoch, key: Self.key.id, time: Self.time))
        table.apply(
            .epochForgotten(Self.epoch, by: ["a", "b"], complete: Self.time, time: Self.time)
        )
        let keyring = Keyring([Self.key], table: table)
        guard case .forgotten(Self.epoch) = keyring.lookup(Self.key.id) else {
            Issue.record("the key is usable")
            return
        }
        #expect(keyring.key(for: Self.epoch) == nil)
    }

    @Test("a key that is nowhere is missing, with its epoch when the journal names it")
    func missing() {
        var table = EpochTable()
        table.apply(.epochOpened(Self.epoch, key: Self.key.id, time: Self.time))
        guard case .missing(let epoch) = Keyring(table: table).lookup(Self.key.id),
            case .missing(nil) = Keyring().lookup(Self.key.id)
        else {
            Issue.record("not missing")
            return
        }
        #expect(epoch == Self.epoch)
    }

    @Test("a wrapped file under another key's name is found out")
    func exchanged() throws {
        let identity = AgeIdentity.generate(.system)
        let files = MemoryKeyFiles()
        let other = EpochKey(epoch: Self.epoch, secret: Array(1..<33))
        let wrapped = try WrappedKey(
            wrapping: other,
            to: [identity.recipient],
            random: .system
        )
        try files.write(KeysLayout.wrapped(Self.epoch, Self.key.id), wrapped.file)
        #expect(throws: KeysFault(.content, path: "", detail: "", hint: "")) {
            try Keyring.load(from: files, identities: [identity])
        }
    }

    @Test(
        "only names of wrapped keys are taken for such",
        arguments: [
            ("2026-11-personal-0102030405060708.age", true),
            ("2026-11-personal-0102030405060708-aabbccdd.age", true),
            ("2026-11-personal.age", false), ("office.identity-0102030405060708.age", false),
            ("2026-11-personal-0102030405060708.age.tmp", false), ("epochs.table", false),
            ("2026-13-personal-0102030405060708.age", false), (".age", false),
        ]
    )
    func names(name: String, isWrapped: Bool) {
        #expect((KeysLayout.parse(name) != nil) == isWrapped)
    }
}

import Testing

@testable import Journal

@Suite struct EntrySealTests {
    static let epoch = Epoch(month: CalendarMonth(year: 2026, month: 11), entryClass: .personal)
    static let key = EpochKey(epoch: epoch, secret: Array(0..<32))
    static let origin = "office.example/gb"
    static let plaintext = Array(#"{"item":"UA123456785GB","state":"lodged"}"#.utf8)

    let sealer = EntrySealer(origin: origin)
    let opener = EntryOpener(origin: origin)

    @Test("opens as it was sealed", arguments: [0, 1, 60, 1_500, 70_000, 1 << 20])
    func roundTrip(count: Int) throws {
        for plaintext in [RandomSource.system.bytes(count), [UInt8](repeating: 7, count: count)] {
            let entry = try sealer.seal(plaintext, key: Self.key)
            #expect(entry.starts(with: [1, 1] + Self.key.id.bytes))
            #expect(try opener.open(entry, key: Self.key) == plaintext)
        }
    }

    @Test("the same plaintext never gives the same entry")
    func salted() throws {
        let entries = try (0..<100).map { _ in try sealer.seal(Self.plaintext, key: Self.key) }
        #expect(Set(entries).count == 100)
    }

    @Test("a flip of any bit is refused")
    func flipped() throws {
        let entry = try sealer.seal(Self.plaintext, key: Self.key)
        for place in entry.indices.dropFirst() {
            for bit in 0..<8 {
                var other = entry
                other[place] ^= 1 << UInt8(bit)
                #expect(throws: SealFlaw.self) { try opener.open(other, key: Self.key) }
            }
        }
        for count in 1..<entry.count {
            #expect(throws: SealFlaw.self) {
                try opener.open(Array(entry[..<count]), key: Self.key)
            }
        }
    }

    @Test("another journal, month, class or key does not open it")
    func elsewhere() throws {
        let entry = try sealer.seal(Self.plaintext, key: Self.key)
        let state = Epoch(month: Self.epoch.month, entryClass: .state)
        for other in [
            EpochKey(epoch: state, secret: Array(0..<32)),
            EpochKey(epoch: Self.epoch, secret: Array(1..<33)),
        ] {
            #expect(throws: SealFlaw.wrongKey(Self.key.id)) { try opener.open(entry, key: other) }
        }
        #expect(throws: SealFlaw.wrongKey(Self.key.id)) {
            try EntryOpener(origin: "office.example/it").open(entry, key: Self.key)
        }
    }

    @Test("an entry key opens its entry and no other")
    func disclosed() throws {
        let entry = try sealer.seal(Self.plaintext, key: Self.key)
        let other = try sealer.seal(Self.plaintext, key: Self.key)
        let entryKey = try opener.entryKey(of: entry, key: Self.key)
        #expect(try opener.open(entry, entryKey: entryKey) == Self.plaintext)
        #expect(throws: SealFlaw.wrongKey(Self.key.id)) {
            try opener.open(other, entryKey: entryKey)
        }
    }

    @Test("a plaintext above 1 MiB is neither sealed nor inflated")
    func bounded() throws {
        let large = [UInt8](repeating: 0, count: 1 << 20 + 1)
        #expect(throws: SealFlaw.tooLarge(limit: 1 << 20)) {
            try sealer.seal(large, key: Self.key)
        }
        let bomb = sealer.seal(
            deflated: Deflater().deflate(large),
            key: Self.key,
            salt: [UInt8](repeating: 1, count: 32)
        )
        #expect(throws: SealFlaw.tooLarge(limit: 1 << 20)) {
            try opener.open(bomb, key: Self.key)
        }
    }

    @Test("sealed bytes that are not one deflate stream are refused")
    func notDeflate() throws {
        let salt = [UInt8](repeating: 1, count: 32)
        let deflated = Deflater().deflate(Self.plaintext)
        for bytes in [[], [0xff, 0xff], deflated + [0], Array(deflated.dropLast())] {
            let entry = sealer.seal(deflated: bytes, key: Self.key, salt: salt)
            #expect(throws: SealFlaw.notDeflate) { try opener.open(entry, key: Self.key) }
        }
    }

    @Test("many tasks seal and open at once")
    func concurrent() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for round in 0..<200 {
                        let plaintext = [UInt8](repeating: UInt8(task), count: round)
                        let entry = try self.sealer.seal(plaintext, key: Self.key)
                        #expect(try self.opener.open(entry, key: Self.key) == plaintext)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("descriptions hide the secret")
    func hidden() {
        #expect("\(Self.key)" == "data key \(Self.key.id) of 2026-11-personal")
        #expect(String(reflecting: Self.key) == "\(Self.key)")
    }
}

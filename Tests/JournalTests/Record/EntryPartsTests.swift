import Testing

@testable import Journal

@Suite struct EntryPartsTests {
    static func sealed(_ count: Int) -> [UInt8] {
        [1] + (1..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    }

    @Test(
        "what is too large is cut and joined again",
        arguments: [2, 65_534, 65_535, 65_536, 65_537, 131_064, 131_065, 131_066, 1_050_000]
    )
    func roundTrip(count: Int) throws {
        let entry = Self.sealed(count)
        let parts = EntryParts.split(entry)
        #expect(parts.allSatisfy { $0.count <= 65_535 })
        #expect(parts.count == 1 || parts.dropLast().allSatisfy { $0.count == 65_535 })
        var joiner = EntryJoiner()
        for part in parts.dropLast() {
            #expect(try joiner.add(part) == nil)
            #expect(joiner.isWaiting)
        }
        #expect(try joiner.add(parts[parts.count - 1]) == entry)
        #expect(!joiner.isWaiting)
        #expect(parts.map(EntryParts.isContinuation) == parts.indices.map { $0 > 0 })
    }

    @Test("a group that is broken, reordered or mixed is refused")
    func refused() throws {
        let parts = EntryParts.split(Self.sealed(190_000))
        let short: [UInt8] = [2, 0, 3, 9]
        let orders: [[[UInt8]]] = [
            [parts[1]], [parts[0], parts[2]], [parts[0], parts[0]],
            [parts[0], Self.sealed(9)], [parts[0], [0, 0x7b]],
            [[2, 0, 1, 7]], [[2, 0, 0, 7]], [[2, 0]], [short], [[]], [[3]],
        ]
        for order in orders {
            #expect(throws: RecordFlaw.self) {
                var joiner = EntryJoiner()
                for part in order { _ = try joiner.add(part) }
            }
        }
    }
}

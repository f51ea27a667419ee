import Messages
import Testing

/// Damaged interchanges, made from a seed: the reader answers with a value or a fault, never a crash.
@Suite("Damaged interchanges")
struct FuzzTests {
    /// SplitMix64, so that a seed gives the same damage on every machine.
    struct Damage {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
        }

        /// Bytes that mean something somewhere are likelier than others.
        mutating func byte() -> UInt8 {
            let meaningful = Array("UNABHTZ+:?'*\r\n 0149".utf8) + [0x1C, 0x1D, 0x1F, 0x80, 0xFF]
            return below(3) == 0 ? UInt8(below(256)) : meaningful[below(meaningful.count)]
        }

        mutating func apply(to bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0...below(6) {
                let at = below(bytes.count + 1)
                switch below(4) {
                case 0: bytes.insert(byte(), at: at)
                case 1 where at < bytes.count: bytes[at] = byte()
                case 2 where at < bytes.count: bytes.removeSubrange(at..<min(bytes.count, at + 9))
                default: bytes.removeLast(min(bytes.count, below(3)))
                }
            }
            return bytes
        }
    }

    static let seeds = Array(UInt64(1)...40)

    @Test("reading, writing and decoding survive", arguments: seeds)
    func survives(_ seed: UInt64) throws {
        var damage = Damage(seed: seed)
        let itmatt = ITMATT()
        for example in Examples.all {
            let sound = try #require(
                itmatt.encode([try example.item()], try Examples.header()).bytes
            )
            for _ in 0..<10 {
                let bytes = damage.apply(to: sound)
                guard let reading = try? EDIFACTReader.read(bytes.span) else { continue }
                for interchange in reading.interchanges {
                    interchange.messages.forEach { _ = itmatt.decode($0) }
                    guard let written = try? EDIFACTWriter.write(interchange) else { continue }
                    let again = try EDIFACTReader.read(written.span)
                    #expect(again.interchanges.first?.messages == interchange.messages)
                }
            }
        }
    }

    @Test("bytes without any sense survive", arguments: seeds)
    func noise(_ seed: UInt64) {
        var damage = Damage(seed: seed)
        for length in [1, 2, 9, 10, 50, 500] {
            let bytes = (0..<length).map { _ in damage.byte() }
            _ = try? EDIFACTReader.read(bytes.span)
            _ = try? EDIFACTReader.read((Array("UNA:+.? 'UNB+UNOC:3+".utf8) + bytes).span)
        }
    }
}

/// One share of a secret as SLIP-39 defines it: 20 or more words, 33 for a secret of 32 bytes.
///
/// Its `description` tells which share it is and never the words, so that a log line cannot leak
/// them.
package struct Share: Hashable, Sendable {
    let setting: ShareCipher.Setting
    let group: Group
    let member: Member
    let value: [UInt8]

    /// Groups of the whole: we write one, and read as many as other tools write.
    struct Group: Hashable, Sendable {
        let index: Int
        let threshold: Int
        let count: Int
    }

    struct Member: Hashable, Sendable {
        let index: Int
        let threshold: Int
    }

    /// The number that all shares of a set carry: 0 to 32,767.
    package var identifier: UInt16 { setting.identifier }
    /// How many of its group are needed.
    package var threshold: Int { member.threshold }
    /// Its place in its group, from 1: what the sheet calls it.
    package var number: Int { member.index + 1 }
}

extension Share {
    /// 40 bits of numbers, before the value.
    private static let headWords = 4
    private static let fewestWords = 20

    package var words: [String] {
        var bits = Bits()
        bits.append(UInt32(setting.identifier), width: 15)
        bits.append(setting.isExtendable ? 1 : 0, width: 1)
        bits.append(UInt32(setting.iterationExponent), width: 4)
        bits.append(UInt32(group.index), width: 4)
        bits.append(UInt32(group.threshold - 1), width: 4)
        bits.append(UInt32(group.count - 1), width: 4)
        bits.append(UInt32(member.index), width: 4)
        bits.append(UInt32(member.threshold - 1), width: 4)
        // The value's padding is in front of it.
        bits.append(0, width: (10 - value.count * 8 % 10) % 10)
        for byte in value { bits.append(UInt32(byte), width: 8) }
        let words = bits.words
        let check = RS1024.checksum(of: words)
        return (words + check).map { ShareWords.all[Int($0)] }
    }

    /// Reads words, in any letter case, apart by white space.
    package init(_ text: String) throws(ShareFlaw) {
        let spoken = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        var words: [UInt16] = []
        for (index, word) in spoken.enumerated() {
            guard let value = ShareWords.value(of: word) else {
                throw .unknownWord(word, place: index + 1, meant: ShareWords.nearest(to: word))
            }
            words.append(value)
        }
        // A value has whole bytes, an even number of them, and less than a word of padding.
        let padding = (words.count - Self.headWords - RS1024.wordCount) * 10 % 16
        guard words.count >= Self.fewestWords, padding <= 8 else {
            throw .wordCount(words.count)
        }
        guard RS1024.isWhole(words) else {
            throw .checksum(place: RS1024.suspect(in: words).map { $0 + 1 })
        }
        var bits = Bits(words: words.dropLast(RS1024.wordCount))
        setting = ShareCipher.Setting(
            identifier: UInt16(bits.take(15)),
            isExtendable: bits.take(1) == 1,
            iterationExponent: Int(bits.take(4))
        )
        group = Group(
            index: Int(bits.take(4)),
            threshold: Int(bits.take(4)) + 1,
            count: Int(bits.take(4)) + 1
        )
        member = Member(index: Int(bits.take(4)), threshold: Int(bits.take(4)) + 1)
        guard group.threshold <= group.count else {
            throw .groups(threshold: group.threshold, count: group.count)
        }
        guard bits.take(padding) == 0 else { throw .padding }
        var value: [UInt8] = []
        while bits.count > 0 { value.append(UInt8(bits.take(8))) }
        self.value = value
    }
}

extension Share: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "share \(number) of set \(identifier)" }
    package var debugDescription: String { description }
}

/// A queue of bits, the most significant first.
private struct Bits {
    private var bits: [Bool] = []
    private var start = 0

    init() {}

    init(words: some Sequence<UInt16>) {
        for word in words { append(UInt32(word), width: 10) }
    }

    var count: Int { bits.count - start }

    /// All of them, ten a word.
    var words: [UInt16] {
        precondition(count % 10 == 0, "\(count) bits are no words")
        var rest = self
        return (0..<count / 10).map { _ in UInt16(rest.take(10)) }
    }

    mutating func append(_ value: UInt32, width: Int) {
        for bit in (0..<width).reversed() { bits.append(value >> UInt32(bit) & 1 == 1) }
    }

    mutating func take(_ width: Int) -> UInt32 {
        defer { start += width }
        return bits[start..<(start + width)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
}

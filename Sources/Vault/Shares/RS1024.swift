/// The checksum of SLIP-39: a Reed–Solomon code over GF(1024), three words long.
///
/// It finds any three wrong words; Shamir's shares alone would give another secret without a word
/// of warning.
enum RS1024 {
    static let wordCount = 3

    private static let generator: [UInt32] = [
        0x00e0_e040, 0x01c1_c080, 0x0383_8100, 0x0707_0200, 0x0e0e_0009, 0x1c0c_2412, 0x3808_6c24,
        0x3090_fc48, 0x21b1_f890, 0x03f3_f120,
    ]

    private static func remainder(_ values: some Sequence<UInt16>, after start: UInt32) -> UInt32 {
        var check = start
        for value in values {
            let top = check >> 20
            check = (check & 0xf_ffff) << 10 ^ UInt32(value)
            for bit in 0..<10 where top >> UInt32(bit) & 1 == 1 { check ^= generator[bit] }
        }
        return check
    }

    /// The state behind the text that tells the two kinds of share apart.
    private static func start(isExtendable: Bool) -> UInt32 {
        let text = isExtendable ? "shamir_extendable" : "shamir"
        return remainder(text.utf8.map(UInt16.init), after: 1)
    }

    /// The three words to put behind `words`.
    static func checksum(of words: [UInt16]) -> [UInt16] {
        let blank = [UInt16](repeating: 0, count: wordCount)
        let rest = remainder(words + blank, after: start(isExtendable: isExtendable(words))) ^ 1
        return (0..<wordCount).map { UInt16(rest >> UInt32(10 * (wordCount - 1 - $0)) & 1023) }
    }

    static func isWhole(_ words: [UInt16]) -> Bool {
        remainder(words, after: start(isExtendable: isExtendable(words))) == 1
    }

    /// The only place at which one other word would make the checksum right, from 0.
    ///
    /// Where, and never what: a guessed word that fits would be believed.
    static func suspect(in words: [UInt16]) -> Int? {
        let isExtendable = isExtendable(words)
        let error = remainder(words, after: start(isExtendable: isExtendable)) ^ 1
        // The second word says of which kind the share is: with another one there, it is read as
        // the other kind.
        let errorAsOther = remainder(words, after: start(isExtendable: !isExtendable)) ^ 1
        let places = words.indices.filter { place in
            let blank = [UInt16](repeating: 0, count: words.count - place - 1)
            // A change of a word changes the remainder by the same, whatever else stands there.
            let bits = (0..<10).map { remainder([UInt16(1) << UInt16($0)] + blank, after: 0) }
            return (1..<UInt16(1024))
                .contains { change in
                    let turns = place == kindWord && change & kindBit != 0
                    let effect = (0..<10).filter { change >> UInt16($0) & 1 == 1 }
                        .reduce(UInt32(0)) { $0 ^ bits[$1] }
                    return effect == (turns ? errorAsOther : error)
                }
        }
        return places.count == 1 ? places[0] : nil
    }

    private static let kindWord = 1
    private static let kindBit: UInt16 = 1 << 4

    /// Whether a share of these words is of the kind whose cipher leaves the set's number out.
    static func isExtendable(_ words: [UInt16]) -> Bool {
        words[kindWord] & kindBit != 0
    }
}

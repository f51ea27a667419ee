/// A Code 128 symbol (ISO/IEC 15417) as the widths of its bars and spaces.
///
/// The symbol is the shortest there is for its text: sets A, B and C and the shift are chosen over the
/// whole text, not character by character, so that equal texts are equal symbols on every machine.
package struct Code128: Hashable, Sendable {
    package let text: String
    /// Start character, data with its switches, check character, stop.
    package let codewords: [UInt8]

    /// The symbol of an ASCII text.
    ///
    /// Nothing for an empty text or one with a character outside ASCII.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 < 128 }) else { return nil }
        self.text = text
        var codewords = Code128Plan(bytes).codewords
        var sum = Int(codewords[0])
        for (position, codeword) in codewords.enumerated() { sum += position * Int(codeword) }
        codewords.append(UInt8(sum % 103))
        codewords.append(Code128.stop)
        self.codewords = codewords
    }

    /// The width of the symbol in modules, without its quiet zones.
    package var moduleCount: Int { codewords.count * 11 + 2 }

    /// The widths in modules of bar, space, bar … , beginning and ending with a bar.
    package var widths: [UInt8] {
        var widths: [UInt8] = []
        widths.reserveCapacity(codewords.count * 6 + 1)
        for codeword in codewords {
            var pattern = Code128.patterns[Int(codeword)]
            for _ in 0..<6 {
                widths.append(UInt8(truncatingIfNeeded: pattern >> 20))
                pattern = pattern << 4 & 0xFF_FFFF
            }
        }
        widths.append(2)
        return widths
    }

    /// The bars as offset and width, in modules from the left edge of the symbol.
    package var bars: [(offset: Int, width: Int)] {
        var bars: [(offset: Int, width: Int)] = []
        bars.reserveCapacity(codewords.count * 3 + 1)
        var offset = 0
        for (index, width) in widths.enumerated() {
            if index.isMultiple(of: 2) { bars.append((offset, Int(width))) }
            offset += Int(width)
        }
        return bars
    }

    fileprivate static let stop: UInt8 = 106

    // The bar and space widths of codewords 0 to 106, one hexadecimal digit each; the last pattern,
    // stop, has a seventh element, a bar of two modules, which is added where widths are made.
    // Source: ISO/IEC 15417, as every published description of Code 128 repeats them.
    private static let patterns: [UInt32] = [
        0x212222, 0x222122, 0x222221, 0x121223, 0x121322, 0x131222, 0x122213, 0x122312, 0x132212,
        0x221213, 0x221312, 0x231212, 0x112232, 0x122132, 0x122231, 0x113222, 0x123122, 0x123221,
        0x223211, 0x221132, 0x221231, 0x213212, 0x223112, 0x312131, 0x311222, 0x321122, 0x321221,
        0x312212, 0x322112, 0x322211, 0x212123, 0x212321, 0x232121, 0x111323, 0x131123, 0x131321,
        0x112313, 0x132113, 0x132311, 0x211313, 0x231113, 0x231311, 0x112133, 0x112331, 0x132131,
        0x113123, 0x113321, 0x133121, 0x313121, 0x211331, 0x231131, 0x213113, 0x213311, 0x213131,
        0x311123, 0x311321, 0x331121, 0x312113, 0x312311, 0x332111, 0x314111, 0x221411, 0x431111,
        0x111224, 0x111422, 0x121124, 0x121421, 0x141122, 0x141221, 0x112214, 0x112412, 0x122114,
        0x122411, 0x142112, 0x142211, 0x241211, 0x221114, 0x413111, 0x241112, 0x134111, 0x111242,
        0x121142, 0x121241, 0x114212, 0x124112, 0x124211, 0x411212, 0x421112, 0x421211, 0x212141,
        0x214121, 0x412121, 0x111143, 0x111341, 0x131141, 0x114113, 0x114311, 0x411113, 0x411311,
        0x113141, 0x114131, 0x311141, 0x411131, 0x211412, 0x211214, 0x211232, 0x233111,
    ]
}

import Mail

/// Shares the height of a table among its rows by what each has to say.
///
/// An estimate from the number of characters, the same on every machine; whether the text then
/// fits is decided where it is set.
enum RowHeights {
    /// Lines that a text takes, if one holds that many average letters.
    static func lines(_ text: String, perLine: Int) -> Int {
        var letters = 0
        for scalar in text.unicodeScalars {
            // Ideographs, kana, hangul and full-width forms are as wide as high.
            letters +=
                scalar.value >= 0x1100 && scalar.value < 0x1200 || scalar.value >= 0x2E80 ? 2 : 1
        }
        return max(1, (letters + perLine - 1) / perLine)
    }

    /// Heights for the rows that fill a pool: each at least `least`, what is left by need.
    static func shared(_ needs: [Int], pool: Length, most: Length) -> [Length] {
        let sum = needs.reduce(0, +)
        let least = min(pool / (needs.count * 2), most)
        let rest = pool - least * needs.count
        return needs.map { need in
            min(least + Length(micrometres: rest.value * need / max(1, sum)), most * need)
        }
    }
}

package import Mail

/// The subheadings that the Harmonized System has, edition 2022.
package enum HarmonizedSystem {
    package static let edition = "HS 2022"

    /// Whether the first six digits of a code are a subheading.
    package static func contains(_ code: TariffCode) -> Bool {
        let number = code.subheading.utf8.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return bits[number >> 6] >> UInt64(number & 63) & 1 == 1
    }

    package static var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// One bit for each six-digit number: 125 kB, filled once.
    private static let bits: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 15_625)
        for row in [chapters01to39, chapters40to97].joined(separator: "\n").split(separator: "\n") {
            let cells = row.split(separator: "|")
            precondition(cells.count == 2, "a chapter's row has two cells: \(row)")
            for heading in cells[1].split(separator: " ") {
                let parts = heading.split(separator: ":")
                let digits = Array(parts[1].utf8)
                let base = ((Int(cells[0]) ?? 0) * 100 + (Int(parts[0]) ?? 0)) * 100
                for index in stride(from: 0, to: digits.count, by: 2) {
                    let last = Int(digits[index] - 0x30) * 10 + Int(digits[index + 1] - 0x30)
                    let number = base + last
                    bits[number >> 6] |= 1 << UInt64(number & 63)
                }
            }
        }
        return bits
    }()
}

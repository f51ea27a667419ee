/// Arithmetic in GF(256) with the polynomial x⁸ + x⁴ + x³ + x + 1, as SLIP-39 uses it.
enum ShareField {
    private static let tables: (exp: [UInt8], log: [UInt8]) = {
        var exp = [UInt8](repeating: 0, count: 255)
        var log = [UInt8](repeating: 0, count: 256)
        var value: UInt16 = 1
        for power in 0..<255 {
            exp[power] = UInt8(value)
            log[Int(value)] = UInt8(power)
            // 3 generates the field: x · 3 = x ⊕ x · 2.
            value = value << 1 ^ value
            if value & 0x100 != 0 { value ^= 0x11B }
        }
        return (exp, log)
    }()

    /// The value at `x` of the polynomial through the points, byte by byte.
    ///
    /// - Precondition: the points have distinct places and equal lengths.
    static func interpolate(_ points: [(x: UInt8, y: [UInt8])], at x: UInt8) -> [UInt8] {
        if let known = points.first(where: { $0.x == x }) { return known.y }
        let (exp, log) = tables
        let product = points.reduce(0) { $0 + Int(log[Int($1.x ^ x)]) }
        var out = [UInt8](repeating: 0, count: points[0].y.count)
        for point in points {
            var basis = product - Int(log[Int(point.x ^ x)])
            for other in points where other.x != point.x {
                basis -= Int(log[Int(point.x ^ other.x)])
            }
            basis = (basis % 255 + 255) % 255
            for (index, byte) in point.y.enumerated() where byte != 0 {
                out[index] ^= exp[(Int(log[Int(byte)]) + basis) % 255]
            }
        }
        return out
    }
}

/// The checksum of a share, which finds any three wrong words: Reed–Solomon over 1,024 symbols.
enum ShareChecksum {
    private static let generator = [
        0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009, 0x1C0C2412, 0x38086C24, 0x3090FC48,
        0x21B1F890, 0x3F3F120,
    ]

    private static func polymod(_ values: [Int]) -> Int {
        var check = 1
        for value in values {
            let top = check >> 20
            check = (check & 0xFFFFF) << 10 ^ value
            for (bit, factor) in generator.enumerated() where top >> bit & 1 == 1 {
                check ^= factor
            }
        }
        return check
    }

    private static func label(_ isExtendable: Bool) -> [Int] {
        (isExtendable ? "shamir_extendable" : "shamir").utf8.map(Int.init)
    }

    static func isRight(_ words: [Int], isExtendable: Bool) -> Bool {
        polymod(label(isExtendable) + words) == 1
    }

    static func three(_ words: [Int], isExtendable: Bool) -> [Int] {
        let check = polymod(label(isExtendable) + words + [0, 0, 0]) ^ 1
        return [check >> 20 & 1_023, check >> 10 & 1_023, check & 1_023]
    }
}

import Crypto
import FoundationEssentials
import Journal

/// Shamir's scheme as SLIP-39 uses it: byte by byte over GF(256), with a digest of the secret.
enum SecretSharing {
    /// Where the curve holds the secret and its digest; members stand at 0 to 15.
    private static let secretPoint: UInt8 = 255
    private static let digestPoint: UInt8 = 254
    private static let digestBytes = 4

    /// A point of every byte's curve.
    struct Point: Hashable, Sendable {
        let x: UInt8
        let y: [UInt8]
    }

    /// - Precondition: 1 ≤ threshold ≤ count ≤ 16, and a secret of at least 16 bytes.
    static func split(
        _ secret: [UInt8],
        threshold: Int,
        count: Int,
        random: RandomSource
    ) -> [Point] {
        precondition((1...count).contains(threshold) && count <= 16, "\(threshold) of \(count)")
        precondition(secret.count >= 16, "a secret has at least 16 bytes, not \(secret.count)")
        guard threshold > 1 else { return (0..<count).map { Point(x: UInt8($0), y: secret) } }
        var points = (0..<(threshold - 2))
            .map { Point(x: UInt8($0), y: random.bytes(secret.count)) }
        let filler = random.bytes(secret.count - digestBytes)
        let base =
            points + [
                Point(x: digestPoint, y: digest(of: secret, filler) + filler),
                Point(x: secretPoint, y: secret),
            ]
        for x in points.count..<count {
            points.append(Point(x: UInt8(x), y: interpolate(base, at: UInt8(x))))
        }
        return points
    }

    /// The secret, or nil when the points do not belong together.
    ///
    /// - Precondition: as many points as the threshold, no two with the same x.
    static func combine(_ points: [Point]) -> [UInt8]? {
        guard points.count > 1 else { return points.first?.y }
        let secret = interpolate(points, at: secretPoint)
        let digestPart = interpolate(points, at: digestPoint)
        let filler = Array(digestPart.dropFirst(digestBytes))
        return digest(of: secret, filler).elementsEqual(digestPart.prefix(digestBytes))
            ? secret : nil
    }

    private static func digest(of secret: [UInt8], _ filler: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: filler)
        return Array(HMAC<SHA256>.authenticationCode(for: secret, using: key).prefix(digestBytes))
    }

    /// The curve through the points, at `x` (Lagrange).
    static func interpolate(_ points: [Point], at x: UInt8) -> [UInt8] {
        if let point = points.first(where: { $0.x == x }) { return point.y }
        var result = [UInt8](repeating: 0, count: points[0].y.count)
        for point in points {
            var factor: UInt8 = 1
            for other in points where other.x != point.x {
                factor = GF256.multiply(factor, x ^ other.x)
                factor = GF256.multiply(factor, GF256.inverse(point.x ^ other.x))
            }
            for index in result.indices { result[index] ^= GF256.multiply(factor, point.y[index]) }
        }
        return result
    }
}

/// Arithmetic on bytes as polynomials over GF(2) modulo x⁸+x⁴+x³+x+1; adding is `^`.
enum GF256 {
    /// Eight rounds whatever the values are: no table whose use could be watched from outside.
    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        var shifted = left
        for bit in 0..<8 {
            product ^= shifted & (0 &- (right >> UInt8(bit) & 1))
            shifted = shifted << 1 ^ (0x1b & (0 &- (shifted >> 7)))
        }
        return product
    }

    /// The other factor of 1; zero for zero.
    static func inverse(_ value: UInt8) -> UInt8 {
        // value²⁵⁴, as value²⁵⁵ is 1.
        var power = multiply(value, value)
        var result: UInt8 = 1
        for _ in 0..<7 {
            result = multiply(result, power)
            power = multiply(power, power)
        }
        return result
    }
}

package import Mail

/// How heavy, large and small an item of a product may be: grams and millimetres.
///
/// Source: Universal Postal Convention and its Regulations by public description (letter post to
/// 2 kg, books and pamphlets to 5 kg; parcels and EMS to 31.5 kg where the posts admit them;
/// letter post 900 mm in length, width and depth together and 600 mm in one, rolls 1,040 mm and
/// 900 mm, face at least 90 x 140 mm; parcels 1.5 m in one and 3 m in length and girth). The texts
/// that are sold were not read: an operator corrects this table, not a rule.
package struct ProductLimits: Hashable, Sendable {
    package let heaviest: Int
    package let largest: [Bound]
    /// The two larger sides of the smallest item, the longer first.
    package let smallestFace: [Int]?
    /// What a roll may have instead: length and twice the diameter, and length.
    package let roll: Roll?

    package struct Roll: Hashable, Sendable {
        package let lengthAndTwiceDiameter: ClosedRange<Int>
        package let length: ClosedRange<Int>
    }

    /// A bound on the sides, which come longest first.
    package enum Bound: Hashable, Sendable {
        case longestSide(Int)
        case sum(Int)
        /// Longest side and the girth across it.
        case lengthAndGirth(Int)

        package func holds(_ sides: [Int]) -> Bool {
            // Sides are bounded before they are added, so that no sum overflows.
            guard sides[0] < 1_000_000 else { return false }
            return switch self {
            case .longestSide(let limit): sides[0] <= limit
            case .sum(let limit): sides[0] + sides[1] + sides[2] <= limit
            case .lengthAndGirth(let limit): sides[0] + 2 * (sides[1] + sides[2]) <= limit
            }
        }

        package var text: String {
            switch self {
            case .longestSide(let limit): "L <= \(limit) mm"
            case .sum(let limit): "L + W + H <= \(limit) mm"
            case .lengthAndGirth(let limit): "L + 2 (W + H) <= \(limit) mm"
            }
        }
    }

    /// Whether the sides, longest first, are those of a roll within its own bounds.
    package func isRoll(_ sides: [Int]) -> Bool {
        guard let roll, sides[0] < 1_000_000, sides[1] == sides[2] else { return false }
        return roll.length.contains(sides[0])
            && roll.lengthAndTwiceDiameter.contains(sides[0] + 2 * sides[1])
    }

    package static func of(_ product: Product) -> ProductLimits {
        switch product {
        case .letter: letters
        case .packet, .packetTracked, .registered, .insured: packets
        case .parcel, .ecommerceParcel, .ems: parcelPost
        }
    }

    private static let letters = letterPost(heaviest: 2_000)
    private static let packets = letterPost(heaviest: 5_000)

    private static func letterPost(heaviest: Int) -> ProductLimits {
        ProductLimits(
            heaviest: heaviest,
            largest: [.longestSide(600), .sum(900)],
            smallestFace: [140, 90],
            roll: Roll(lengthAndTwiceDiameter: 170...1_040, length: 100...900)
        )
    }

    private static let parcelPost = ProductLimits(
        heaviest: 31_500,
        largest: [.longestSide(1_500), .lengthAndGirth(3_000)],
        smallestFace: [140, 90],
        roll: nil
    )
}

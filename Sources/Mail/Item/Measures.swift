/// A weight in whole grams, never below zero.
package struct Weight: Hashable, Sendable, Comparable {
    package let grams: Int

    package init?(grams: Int) {
        guard grams >= 0 else { return nil }
        self.grams = grams
    }

    /// Kilograms with three decimals, as the forms state weights: `0.850`.
    package var kilograms: String {
        let rest = String(grams % 1000)
        return "\(grams / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }

    package static func < (left: Weight, right: Weight) -> Bool { left.grams < right.grams }
}

/// The outer size of an item in whole millimetres.
package struct Dimensions: Hashable, Sendable {
    package let length: Int
    package let width: Int
    package let height: Int

    package init?(length: Int, width: Int, height: Int) {
        guard length > 0, width > 0, height > 0 else { return nil }
        self.length = length
        self.width = width
        self.height = height
    }

    package var longestSide: Int { max(length, width, height) }
    package var sum: Int { length + width + height }
}

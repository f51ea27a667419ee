/// A distance on paper in whole micrometres.
///
/// Integers all the way to the file: the same form gives the same bytes on every machine, and
/// a bar code module of 330 µm is 330 µm, not 0.93543 of something.
package struct Length: Hashable, Sendable, Comparable {
    package let micrometres: Int32

    package init(micrometres: Int) {
        self.micrometres = Int32(micrometres)
    }

    package static let zero = Length(micrometres: 0)

    package static func micrometres(_ count: Int) -> Length {
        Length(micrometres: count)
    }

    /// Millimetres, rounded to the nearest micrometre.
    package static func millimetres(_ value: Double) -> Length {
        Length(micrometres: Int((value * 1000).rounded()))
    }

    /// Typographic points of 1/72 inch (352.777… µm), rounded to the nearest micrometre.
    package static func points(_ value: Double) -> Length {
        Length(micrometres: Int((value * 25_400 / 72).rounded()))
    }

    /// The whole micrometres as the machine's integer, for arithmetic.
    package var value: Int { Int(micrometres) }

    package static func < (left: Length, right: Length) -> Bool {
        left.micrometres < right.micrometres
    }

    package static func + (left: Length, right: Length) -> Length {
        Length(micrometres: left.value + right.value)
    }

    package static func - (left: Length, right: Length) -> Length {
        Length(micrometres: left.value - right.value)
    }

    package static prefix func - (length: Length) -> Length {
        Length(micrometres: -length.value)
    }

    package static func * (length: Length, factor: Int) -> Length {
        Length(micrometres: length.value * factor)
    }

    package static func / (length: Length, divisor: Int) -> Length {
        Length(micrometres: length.value / divisor)
    }
}

extension Length: CustomStringConvertible {
    package var description: String {
        let fraction = String(value.magnitude % 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return "\(value < 0 ? "-" : "")\(value.magnitude / 1000).\(padded) mm"
    }
}

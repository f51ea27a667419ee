/// How fine a label printer prints.
package enum Resolution: Hashable, Sendable, CaseIterable {
    /// Eight dots a millimetre, sold as 203 dpi.
    case dpi203
    /// 300 dots an inch (11.8 a millimetre, sold as twelve).
    case dpi300

    /// Dots on a stretch of micrometres, as a fraction without rounding.
    private var dots: (count: Int, micrometres: Int) {
        switch self {
        case .dpi203: (8, 1000)
        case .dpi300: (300, 25_400)
        }
    }

    package var dotsPerMetre: Int {
        (dots.count * 1_000_000 + dots.micrometres / 2) / dots.micrometres
    }

    /// The edge between dots that lies nearest to a place.
    func edge(_ place: Length) -> Int {
        let product = place.value * dots.count * 2 + dots.micrometres
        let divisor = dots.micrometres * 2
        return product >= 0 ? product / divisor : -((-product + divisor - 1) / divisor)
    }

    /// Whole dots that fit in a length.
    func whole(_ length: Length) -> Int { length.value * dots.count / dots.micrometres }

    /// A length in dots, not rounded.
    func exact(_ length: Length) -> Double {
        Double(length.value * dots.count) / Double(dots.micrometres)
    }
}

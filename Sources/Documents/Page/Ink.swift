/// How much black is printed: documents must come out of any printer, so there is no colour.
package struct Ink: Hashable, Sendable {
    /// 0 is paper, 100 is solid black.
    package let percent: UInt8

    package init(percent: Int) {
        precondition((0...100).contains(percent), "ink is 0 to 100 per cent, not \(percent)")
        self.percent = UInt8(percent)
    }

    package static let black = Ink(percent: 100)
    package static let white = Ink(percent: 0)

    /// A tint of black; under about 15 per cent vanishes on many office printers.
    package static func grey(_ percent: Int) -> Ink {
        Ink(percent: percent)
    }
}

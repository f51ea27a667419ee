import Mail

/// An item's number as a bar code with the number for people below it.
///
/// Sizes after UPU S10: modules of 0.25 to 0.51 mm (at least 0.33 recommended), bars at least 9 mm
/// (12.5 recommended) and 15 % of the symbol's width high, ten modules and at least 5 mm of quiet
/// zone on either side, the number in spaced groups.
struct ItemSymbol {
    let id: ItemID
    let code: Code128
    let module: Length
    let height: Length
    /// The type size of the number.
    let points: Double

    init(_ id: ItemID, module: Length, height: Length, points: Double) {
        guard let code = Code128(id.text) else {
            preconditionFailure("an item's number is ASCII: \(id.text)")
        }
        precondition(
            module >= .micrometres(250) && module <= .micrometres(510),
            "an S10 module is 0.25 to 0.51 mm, not \(module)"
        )
        self.id = id
        self.code = code
        self.module = module
        self.height = height
        self.points = points
        precondition(
            height >= .millimetres(9) && height * 100 >= width * 15,
            "an S10 bar code is at least 9 mm and 15 % of its width high, not \(height)"
        )
    }

    /// Bars only.
    var width: Length { module * code.moduleCount }
    var quietZone: Length { max(module * 10, .millimetres(5)) }
    /// Bars and both quiet zones.
    var fullWidth: Length { width + quietZone * 2 }

    private var gap: Length { .millimetres(0.9) }
    private var textHeight: Length { .points(points * 1.3) }
    var fullHeight: Length { height + gap + textHeight }

    /// The bars and the number, from the top left corner of the left quiet zone.
    func marks(at corner: Point) -> [Mark] {
        let bars = Bars(
            origin: Point(x: corner.x + quietZone, y: corner.y),
            module: module,
            height: height,
            widths: code.widths
        )
        let line = Box(
            origin: Point(x: corner.x, y: corner.y + height + gap),
            size: Size(width: fullWidth, height: textHeight)
        )
        let style = TextStyle(
            .bold,
            points: points,
            shrinkTo: points * 0.7,
            align: .centre,
            vertical: .top
        )
        return [.bars(bars), .text(id.spaced, in: line, style)]
    }
}

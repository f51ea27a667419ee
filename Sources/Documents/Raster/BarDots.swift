/// A bar code in whole dots: every module has the same number, so that no bar is read as another.
struct BarDots {
    let left: Int
    let top: Int
    /// Dots in one module.
    let module: Int
    let height: Int
    private let widths: [UInt8]

    /// The largest whole module that is not wider than the form asks, in the middle of its place.
    init(_ bars: Bars, _ resolution: Resolution) {
        module = max(1, resolution.whole(bars.module))
        widths = bars.widths
        let modules = bars.widths.reduce(0) { $0 + Int($1) }
        let centre = resolution.edge(bars.origin.x + bars.width / 2)
        left = centre - modules * module / 2
        top = resolution.edge(bars.origin.y)
        height = resolution.edge(bars.origin.y + bars.height) - top
    }

    func draw(on bitmap: inout Bitmap) {
        var x = left
        for (index, width) in widths.enumerated() {
            let next = x + Int(width) * module
            if index.isMultiple(of: 2) { bitmap.fill(x..<next, top..<top + height) }
            x = next
        }
    }
}

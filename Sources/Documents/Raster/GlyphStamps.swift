/// Glyphs already turned into dots: a label repeats few of them many times.
struct GlyphStamps {
    private struct Key: Hashable {
        let program: ObjectIdentifier
        let glyph: UInt16
        let size: Length
        let phase: Int
        let resolution: Resolution
    }

    /// Horizontal places within a dot; vertically a baseline stands on an edge.
    private static let phases = 4
    /// Labels of many scripts would fill memory; then it begins anew.
    private static let limit = 20_000

    private var stamps: [Key: ScanConverter.Dots?] = [:]
    /// Keeps the programs whose identity is a key.
    private var programs: [ObjectIdentifier: FontProgram] = [:]

    mutating func draw(_ run: LaidRun, on bitmap: inout Bitmap, _ resolution: Resolution) {
        let black = run.ink.percent >= 50
        // Grey cannot be printed: pale grounds are left out, white clears.
        guard black || run.ink == .white else { return }
        if stamps.count > Self.limit { self = GlyphStamps() }
        let identity = ObjectIdentifier(run.program)
        programs[identity] = run.program
        for glyph in run.glyphs {
            let x = resolution.exact(glyph.origin.x)
            let column = Int((x * Double(Self.phases)).rounded(.down))
            let phase = ((column % Self.phases) + Self.phases) % Self.phases
            let key = Key(
                program: identity,
                glyph: glyph.id,
                size: run.size,
                phase: phase,
                resolution: resolution
            )
            let stamp = stamps[key] ?? make(key, run)
            stamps[key] = .some(stamp)
            guard let stamp else { continue }
            bitmap.draw(
                stamp.bitmap,
                x: (column - phase) / Self.phases + stamp.left,
                y: resolution.edge(glyph.origin.y) + stamp.top,
                black: black
            )
        }
    }

    private func make(_ key: Key, _ run: LaidRun) -> ScanConverter.Dots? {
        ScanConverter.dots(
            GlyphOutline(run.program.outline(of: key.glyph)),
            scale: key.resolution.exact(run.size) / Double(run.program.unitsPerEm),
            shift: Double(key.phase) / Double(Self.phases)
        )
    }
}

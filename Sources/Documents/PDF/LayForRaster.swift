extension Press {
    /// Every text of a sheet, its form's included, as glyphs at their places: for a raster.
    ///
    /// - Throws: ``FitReport`` as ``pdf(_:)`` would, ``AssetFault`` when a font cannot be opened.
    package func lay(_ sheet: Sheet) throws -> [LaidRun] {
        var runs: [LaidRun] = []
        for marks in [sheet.template?.marks ?? [], sheet.marks] {
            let findings = try setter.set([Sheet(size: sheet.size, marks: marks)])
            guard findings.isEmpty else { throw FitReport(findings: findings) }
            var places = setter.places(ofSheet: 0)
            for case .text(let mark) in marks {
                for index in setter.nextPieces(&places) {
                    let piece = setter.typesetter.text.pieces[index]
                    runs += try laidRuns(piece, ink: mark.style.ink)
                }
            }
        }
        return runs
    }

    /// A piece as runs of one font each.
    private func laidRuns(_ piece: Piece, ink: Ink) throws(AssetFault) -> [LaidRun] {
        var runs: [LaidRun] = []
        var placed: [PlacedGlyph] = []
        var pen = 0
        for index in piece.glyphs {
            let glyph = setter.typesetter.text.glyphs[index]
            let x = piece.x + (pen + Int(glyph.xOffset)) * piece.size / 1_000_000
            let y = piece.y - Int(glyph.yOffset) * piece.size / 1_000_000
            placed.append(
                PlacedGlyph(
                    id: glyph.id,
                    origin: Point(x: .micrometres(x), y: .micrometres(y))
                )
            )
            pen += Int(glyph.advance)
            let next = index + 1
            if next == piece.glyphs.upperBound
                || setter.typesetter.text.glyphs[next].font != glyph.font
            {
                let program = try library.program(glyph.font)
                runs.append(
                    LaidRun(
                        program: program,
                        size: .micrometres(piece.size),
                        ink: ink,
                        glyphs: placed
                    )
                )
                placed = []
            }
        }
        return runs
    }
}

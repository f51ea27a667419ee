/// Sets every text of a document, sheet by sheet; what ``Press/fit(_:)`` and printing share.
struct DocumentSetter {
    private(set) var typesetter: Typesetter
    /// One past the last piece of each text mark, in order of the marks of all sheets.
    private var ends: [Int] = []
    /// Where each sheet's text marks begin in ``ends``.
    private var sheets: [Int] = []

    init(_ library: FontLibrary) {
        typesetter = Typesetter(library)
    }

    /// Sets the sheets' own marks; what their forms drew was set before.
    ///
    /// - Throws: ``AssetFault`` when a font cannot be opened.
    mutating func set(_ drawn: [Sheet]) throws -> [FitFinding] {
        typesetter.begin()
        ends.removeAll(keepingCapacity: true)
        sheets.removeAll(keepingCapacity: true)
        var findings: [FitFinding] = []
        for (index, sheet) in drawn.enumerated() {
            sheets.append(ends.count)
            for mark in sheet.marks {
                guard case .text(let text) = mark else { continue }
                do {
                    try typesetter.set(text)
                } catch let flaw as TextFlaw {
                    findings.append(FitFinding(sheet: index, field: text.field, flaw: flaw))
                }
                ends.append(typesetter.text.pieces.count)
            }
        }
        return findings
    }

    /// What of the sheets cannot be set: the findings of ``set(_:)``, and nothing set.
    ///
    /// Most texts are far from filling their box. Those whose sums show it are not set at all; only
    /// the others are, so that lodging costs little more than looking at each character once.
    ///
    /// - Throws: ``AssetFault`` when a font cannot be opened.
    mutating func check(_ drawn: [Sheet]) throws -> [FitFinding] {
        var findings: [FitFinding] = []
        for (index, sheet) in drawn.enumerated() {
            for mark in sheet.marks {
                guard case .text(let text) = mark, !typesetter.surelyFits(text) else { continue }
                typesetter.begin()
                do {
                    try typesetter.set(text)
                } catch let flaw as TextFlaw {
                    findings.append(FitFinding(sheet: index, field: text.field, flaw: flaw))
                }
            }
        }
        return findings
    }

    /// The pieces of a sheet's text marks, one after the other.
    func places(ofSheet index: Int) -> Places {
        let first = sheets[index]
        return Places(next: first, start: first == 0 ? 0 : ends[first - 1])
    }

    /// A walk over the pieces of text marks.
    struct Places {
        fileprivate var next: Int
        fileprivate var start: Int
    }

    func nextPieces(_ places: inout Places) -> Range<Int> {
        let end = ends[places.next]
        defer {
            places.next += 1
            places.start = end
        }
        return places.start..<end
    }

    /// The first character that no prepared block has.
    func firstUncommon(_ marks: [Mark]) -> Unicode.Scalar? {
        for case .text(let mark) in marks {
            let table = typesetter.library.table(of: mark.style.face)
            for scalar in mark.text.unicodeScalars
            where scalar != "\n" && table[scalar.value].glyph == 0 {
                return scalar
            }
        }
        return nil
    }
}

extension ContentWriter {
    /// Writes marks in their order, texts as the setter set them.
    mutating func draw(
        _ marks: [Mark],
        of setter: borrowing DocumentSetter,
        fonts: borrowing DocumentFonts,
        places: DocumentSetter.Places
    ) {
        var places = places
        for mark in marks {
            switch mark {
            case .text(let text):
                let pieces = setter.nextPieces(&places)
                draw(pieces, of: setter.typesetter.text, ink: text.style.ink, fonts: fonts)
            case .rule(let rule): draw(rule)
            case .rectangle(let rectangle): draw(rectangle)
            case .bars(let bars): draw(bars)
            }
        }
    }
}

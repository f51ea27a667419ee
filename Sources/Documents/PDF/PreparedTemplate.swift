/// A form's static part after setting: its marks, and the bytes every PDF of it carries.
///
/// Made once by ``FontLibrary/prepare(_:)``; shared by all presses.
package final class PreparedTemplate: Sendable {
    package let name: String
    package let size: Size
    /// What was drawn, for a raster: texts come from ``Press/lay(_:)``, the rest from here.
    package let marks: [Mark]
    /// The content stream, compressed.
    let content: [UInt8]
    /// Bit n: it uses prepared block n.
    let blocks: UInt64
    /// What the PDF's bytes depend on of the form: an office records it with its edition.
    package let digest: AssetDigest

    init(_ template: Template, content: [UInt8], blocks: UInt64) {
        name = template.name
        size = template.size
        marks = template.marks
        self.content = content
        self.blocks = blocks
        digest = AssetDigest(of: content)
    }
}

extension FontLibrary {
    /// Sets and compresses a form's static part, once.
    ///
    /// - Throws: ``FitReport`` if a caption does not fit or is not of the common repertoire: a
    ///   mistake in the form.
    package func prepare(_ template: Template) throws(FitReport) -> PreparedTemplate {
        var setter = DocumentSetter(self)
        let sheet = Sheet(size: template.size, marks: template.marks)
        if let stray = setter.firstUncommon(template.marks) {
            throw FitReport(findings: [FitFinding(sheet: 0, field: nil, flaw: .noGlyph(stray))])
        }
        guard let findings = try? setter.set([sheet]) else {
            preconditionFailure("text of the common repertoire opens no font")
        }
        guard findings.isEmpty else { throw FitReport(findings: findings) }
        var writer = ContentWriter()
        writer.begin(height: template.size.height)
        writer.draw(sheet.marks, of: setter, fonts: .none, places: setter.places(ofSheet: 0))
        writer.end()
        return PreparedTemplate(
            template,
            content: Deflater(level: 12).compressed(writer.bytes),
            blocks: writer.blocks
        )
    }
}

extension FontLibrary {
    /// How wide a text of the common repertoire is on one line.
    ///
    /// A character of another counts as an em. For planning a form: whether a text then fits is
    /// decided where it is set.
    package func width(of text: String, face: Face, size: Length) -> Length {
        let table = table(of: face)
        var units = 0
        for scalar in text.unicodeScalars {
            let glyph = table[scalar.value]
            units += glyph.glyph == 0 ? 1000 : Int(glyph.advance)
        }
        return .micrometres(units * size.value / 1000)
    }
}

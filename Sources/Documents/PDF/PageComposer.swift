/// Turns set sheets into compressed content streams; reused from document to document.
final class PageComposer {
    private var writer = ContentWriter()
    private let deflater = Deflater(level: 1)
    /// The compressed streams of all sheets, one after the other.
    private(set) var streams: [UInt8] = []
    private var ends: [Int] = []
    /// Bit n: prepared block n is used by a sheet itself, not only by its form.
    private(set) var blocks: UInt64 = 0
    /// The forms in order of first use, named T0, T1 and so on.
    private(set) var templates: [PreparedTemplate] = []

    func compose(_ sheets: [Sheet], setter: borrowing DocumentSetter, fonts: DocumentFonts) {
        streams.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        templates.removeAll(keepingCapacity: true)
        blocks = 0
        for (index, sheet) in sheets.enumerated() {
            writer.begin(height: sheet.size.height)
            if let template = sheet.template { writer.drawForm(formIndex(template)) }
            writer.scaleToMicrometres()
            writer.draw(
                sheet.marks,
                of: setter,
                fonts: fonts,
                places: setter.places(ofSheet: index)
            )
            writer.end()
            blocks |= writer.blocks
            _ = deflater.append(writer.bytes, to: &streams)
            ends.append(streams.count)
        }
    }

    func stream(_ index: Int) -> ArraySlice<UInt8> {
        streams[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    private func formIndex(_ template: PreparedTemplate) -> Int {
        if let known = templates.firstIndex(where: { $0 === template }) { return known }
        templates.append(template)
        return templates.count - 1
    }
}

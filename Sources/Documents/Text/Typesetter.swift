/// Sets one text after the other into a ``SetText``; the same code for checking and printing.
///
/// A text of the common repertoire goes through a table (``setCommon(_:)``); any other through
/// FriBidi and HarfBuzz (``Typesetter/setAny(_:)``). Lines and places are found by the same
/// code afterwards.
struct Typesetter {
    let library: FontLibrary
    var text = SetText()
    /// The segments of the text being set, in reading order.
    var segments: [Segment] = []
    var lines: [Line] = []
    let shaper = Shaper()

    init(_ library: FontLibrary) {
        self.library = library
    }

    mutating func begin() {
        text.removeAll()
    }

    /// Sets a text in its box.
    ///
    /// - Throws: ``TextFlaw`` when it cannot be set, ``AssetFault`` when a font cannot be opened;
    ///   then nothing of it stays.
    mutating func set(_ mark: TextMark) throws {
        guard !mark.text.isEmpty else { return }
        let glyphs = text.glyphs.count
        let spans = text.spans.count
        segments.removeAll(keepingCapacity: true)
        do {
            if !setCommon(mark) {
                text.glyphs.removeSubrange(glyphs...)
                segments.removeAll(keepingCapacity: true)
                try setAny(mark)
            }
            let size = try fit(mark.style, box: mark.box)
            place(mark, size: size)
        } catch {
            text.glyphs.removeSubrange(glyphs...)
            text.spans.removeSubrange(spans...)
            throw error
        }
    }
}

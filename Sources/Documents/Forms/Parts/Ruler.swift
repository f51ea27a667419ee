/// Tells how wide a text will be, while a form is prepared.
struct Ruler: Sendable {
    private let fonts: FontLibrary

    init(_ fonts: FontLibrary) { self.fonts = fonts }

    /// The width of the text in one line.
    ///
    /// - Throws: ``TextFlaw`` or ``AssetFault`` as setting the text would.
    func width(_ text: String, _ face: Face, points: Double) throws -> Length {
        var setter = Typesetter(fonts)
        let room = Box.millimetres(0, 0, 2000, 100)
        try setter.set(TextMark(text, in: room, TextStyle(face, points: points)))
        let advance = setter.text.glyphs.reduce(0) { $0 + Int($1.advance) }
        return Length(micrometres: advance * Length.points(points).value / 1_000_000)
    }
}

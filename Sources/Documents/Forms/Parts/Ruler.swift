/// Tells how wide a text will be, while a form is prepared.
struct Ruler: Sendable {
    private let fonts: FontLibrary

    init(_ fonts: FontLibrary) { self.fonts = fonts }

    func width(_ text: String, _ face: Face, _ size: Length) -> Length {
        Length(micrometres: size.value * text.count * 56 / 100)
    }
}

/// The static part of a form: frames, captions, small print; the same for every document.
///
/// ```swift
/// let prepared = try library.prepare(Template(name: "cn23-en", size: .a5Landscape, marks: …))
/// let sheet = Sheet(on: prepared, marks: [.text(name, in: Places.senderName, Styles.entry)])
/// ```
package struct Template: Sendable {
    /// The form and its language, unique in an edition: `cn23-en`.
    package let name: String
    package let size: Size
    package let marks: [Mark]

    package init(name: String, size: Size, marks: [Mark]) {
        self.name = name
        self.size = size
        self.marks = marks
    }
}

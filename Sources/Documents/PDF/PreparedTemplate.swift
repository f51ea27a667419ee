/// A form's static part after setting: its marks, and the bytes every PDF of it carries.
///
/// Made once by ``FontLibrary/prepare(_:)``; shared by all presses.
package final class PreparedTemplate: Sendable {
    package let name: String
    package let size: Size
    /// What was drawn, for a raster: texts come from ``Press/lay(_:)``, the rest from here.
    package let marks: [Mark]

    init(_ template: Template) {
        name = template.name
        size = template.size
        marks = template.marks
    }
}

/// The fonts of one edition, ready to set with; immutable and shared by every thread.
package final class FontLibrary: Sendable {
    package init() {}

    /// Sets and compresses a form's static part, once.
    ///
    /// - Throws: ``FitReport`` if a caption does not fit: a mistake in the form.
    package func prepare(_ template: Template) throws(FitReport) -> PreparedTemplate {
        PreparedTemplate(template)
    }
}

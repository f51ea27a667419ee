/// One printed side: the form's prepared static part, and what this document writes on it.
package struct Sheet: Sendable {
    package let size: Size
    /// What every document of this form has in common; drawn first.
    package let template: PreparedTemplate?
    package var marks: [Mark]

    /// A sheet on a form; it has the form's size.
    package init(on template: PreparedTemplate, marks: [Mark]) {
        size = template.size
        self.template = template
        self.marks = marks
    }

    /// A sheet without a form.
    package init(size: Size, marks: [Mark]) {
        self.size = size
        template = nil
        self.marks = marks
    }
}

/// A whole document as a display list: the last step before bytes, the same for PDF and PNG.
package struct DrawnDocument: Sendable {
    /// Shown by viewers instead of the file's name.
    package let title: String
    /// BCP 47 tag of the office's language, read out by screen readers.
    package let language: String
    package let sheets: [Sheet]

    package init(title: String, language: String, sheets: [Sheet]) {
        precondition(!sheets.isEmpty, "a document has at least one sheet")
        self.title = title
        self.language = language
        self.sheets = sheets
    }
}

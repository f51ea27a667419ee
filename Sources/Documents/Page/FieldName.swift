/// Which value of the record a text shows, so that a text that does not fit can be reported.
///
/// A pattern is a JSON pointer into the lodgement in which `*` stands for `index`:
/// `FieldName("/contents/lines/*/description", at: 3)`. Nothing is allocated per document.
package struct FieldName: Sendable {
    package let pattern: StaticString
    package let index: Int32

    package init(_ pattern: StaticString, at index: Int = 0) {
        self.pattern = pattern
        self.index = Int32(index)
    }

    /// The pointer with the index put in.
    package var pointer: String {
        pattern.description.split(separator: "*", omittingEmptySubsequences: false)
            .joined(separator: String(index))
    }
}

extension FieldName: Hashable {
    package static func == (left: FieldName, right: FieldName) -> Bool {
        left.pointer == right.pointer
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(pointer)
    }
}

/// What the printed forms hold, so that rules choose a form that can say everything.
package enum FormLimits {
    /// Content lines of a CN 22: at 74 × 105 mm four lines leave each a description of some ninety
    /// characters at a size that people can read; the form has no continuation sheet.
    package static let cn22Lines = 4
}

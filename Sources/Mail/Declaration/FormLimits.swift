/// What the printed forms hold, so that rules choose a form that can say everything.
package enum FormLimits {
    /// Content lines that a CN 22 holds; an item with more gets a CN 23.
    ///
    /// At 74 × 105 mm four lines leave each a description of some ninety characters at a size that
    /// people can read; the form has no continuation sheet.
    package static let cn22Lines = 4
    /// The heaviest item that bears a CN 22, in grams.
    package static let cn22Grams = 2_000
}

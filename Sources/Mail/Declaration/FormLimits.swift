/// What a form has room for, as numbers that rules and documents share.
package enum FormLimits {
    /// Content lines that a CN 22 holds; an item with more gets a CN 23.
    package static let cn22Lines = 4
    /// The heaviest item that bears a CN 22, in grams.
    package static let cn22Grams = 2_000
}

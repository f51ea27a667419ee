/// What an office says of itself on its papers and in its messages.
package struct OfficeProfile: Hashable, Sendable {
    /// The designated operator's name, as forms print it.
    package let operatorName: String
    package let country: Country
    /// The second language of the forms, beside French.
    package let language: Language
    package let mode: Mode

    package init(operatorName: String, country: Country, language: Language, mode: Mode) {
        self.operatorName = operatorName
        self.country = country
        self.language = language
        self.mode = mode
    }
}

import Mail

/// A wording of a form in every language an office can have.
struct FormText: Sendable {
    /// How far a wording can be relied upon.
    enum Standing: Hashable, Sendable {
        /// Our own words: no form prescribes them.
        case own
        /// Read in the source named beside it; the other languages are our translations.
        case read(Set<Language>)
        /// Prescribed by the UPU in words that we could not read: an operator who holds the forms
        /// checks them against his copy.
        case unverified
    }

    private let texts: [String]
    let standing: Standing

    init(
        en: String,
        fr: String,
        it: String,
        de: String,
        nl: String,
        _ standing: Standing = .unverified
    ) {
        texts = [en, fr, it, de, nl]
        self.standing = standing
    }

    /// A name that is the same in every language.
    init(_ name: String) { self.init(en: name, fr: name, it: name, de: name, nl: name, .own) }

    subscript(language: Language) -> String {
        switch language {
        case .english: texts[0]
        case .french: texts[1]
        case .italian: texts[2]
        case .german: texts[3]
        case .dutch: texts[4]
        }
    }
}

/// The two languages of an office's forms: its own, and the French that the UPU prescribes.
///
/// A French-speaking office has English as its second. Source: forms for the public carry an
/// interlinear French translation when they are not printed in French (Convention Regulations).
struct FormLanguages: Hashable, Sendable {
    let first: Language
    let second: Language

    init(_ office: Language) {
        first = office
        second = office == .french ? .english : .french
    }

    /// Both wordings in one line.
    func inline(_ text: FormText) -> String {
        let (one, other) = (text[first], text[second])
        return one == other ? one : "\(one) / \(other)"
    }

    /// A country's name as addresses write it: in capitals, in both languages where there is room.
    func country(_ country: Country) -> String {
        let one = country.name(in: first).uppercased()
        let other = country.name(in: second).uppercased()
        if one == other { return one }
        let both = "\(one) – \(other)"
        if both.count <= 36 { return both }
        return first == .english ? one : other
    }
}

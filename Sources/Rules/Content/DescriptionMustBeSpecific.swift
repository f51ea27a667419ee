import Mail

/// Each line says what the article is, in words that an officer can picture.
///
/// A term of the list alone refuses; inside a longer text it is a warning.
struct DescriptionMustBeSpecific: Rule {
    let codes: [FindingCode: String] = [
        .descriptionMissing: "A content line has no description.",
        .descriptionVague:
            "A description is nothing but a term that customs refuse, digits or signs.",
        .descriptionNotSpecific: "A description contains a term that customs refuse alone.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.lines.compactMap { line in
            let pointer = line.pointer + "/description"
            guard let description = line.lodged.description else {
                return Finding(.descriptionMissing, at: pointer)
            }
            switch StopWords.judge(description) {
            case .specific: return nil
            case .vague: return Finding(.descriptionVague, at: pointer, ["found": description])
            case .contains(let term):
                // A warning is recorded with the item, and the description already is.
                return Finding(.descriptionNotSpecific, at: pointer, ["term": term])
            }
        }
    }
}

import Mail

/// Who pays duties is one of two, where it is stated.
struct DutiesPayerMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .dutiesPayerUnknown: "Who pays duties is neither `sender` nor `addressee`."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let written = examined.lodgement.dutiesPaidBy else { return [] }
        let payer: DutiesPayer? = Examined.code(written)
        guard payer == nil else { return [] }
        return [Finding(.dutiesPayerUnknown, at: "/dutiesPaidBy", ["found": written])]
    }
}

import Mail

/// A person or a company is named on both ends.
struct NameMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .nameMissing: "Neither a name nor a company is stated for the sender or the addressee."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard party.lodged.name == nil, party.lodged.company == nil else { return nil }
            return Finding(.nameMissing, at: party.pointer + "/name")
        }
    }
}

import Mail

/// The postcode is there where the country asks for one, and has the country's form.
struct PostcodeMustBeWellFormed: Rule {
    let codes: [FindingCode: String] = [
        .postcodeMissing: "The country's addresses state a postcode and this one does not.",
        .postcodeMalformed: "The postcode does not have the country's form.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard let address = party.address, let country = party.country else { return nil }
            let pointer = party.pointer + "/postcode"
            let example = address.example ?? ""
            guard let postcode = party.lodged.postcode else {
                guard address.postcode != .no else { return nil }
                return Finding(
                    .postcodeMissing,
                    at: pointer,
                    ["country": country.code, "example": example],
                    severity: address.postcode == .yes ? .refuse : .warn
                )
            }
            guard let pattern = address.pattern, !pattern.matches(postcode) else { return nil }
            return Finding(
                .postcodeMalformed,
                at: pointer,
                ["found": postcode, "country": country.code, "example": example]
            )
        }
    }
}

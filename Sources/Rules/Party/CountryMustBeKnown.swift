import Mail

/// Both countries are stated, by their two letters.
struct CountryMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .countryMissing: "The country of the sender or the addressee is not stated.",
        .countryUnknown: "The country is not a two-letter code of ISO 3166-1.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard let written = party.lodged.country else {
                return Finding(.countryMissing, at: party.pointer + "/country")
            }
            guard party.country == nil else { return nil }
            return Finding(
                .countryUnknown,
                at: party.pointer + "/country",
                CountryGuess.details(written)
            )
        }
    }
}

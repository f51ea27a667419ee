import Mail

/// The country of origin, where given, is one.
struct OriginMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .originUnknown: "The country of origin is not a two-letter code of ISO 3166-1."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.lines.compactMap { line in
            guard let written = line.lodged.origin, Country(written.uppercased()) == nil else {
                return nil
            }
            return Finding(
                .originUnknown,
                at: line.pointer + "/origin",
                CountryGuess.details(written)
            )
        }
    }
}

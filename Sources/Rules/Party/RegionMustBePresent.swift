import Mail

/// State, province or prefecture is stated where the country's addresses have one.
///
/// It refuses only where the post sorts by it; where the postcode or the town already says it, it
/// is a warning.
struct RegionMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .regionMissing: "The country's addresses state a region and this one does not."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard party.lodged.region == nil, let address = party.address,
                let country = party.country, address.region != .no
            else { return nil }
            return Finding(
                .regionMissing,
                at: party.pointer + "/region",
                ["country": country.code],
                severity: address.region == .yes ? .refuse : .warn
            )
        }
    }
}

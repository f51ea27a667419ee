import Mail

/// The town is stated where the country's addresses have one.
///
/// Where a country writes a region in its place (an emirate, a parish, a district), that does.
struct LocalityMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .localityMissing: "The country's addresses state a town and this one does not."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard party.lodged.locality == nil, let address = party.address,
                let country = party.country
            else { return nil }
            switch address.locality {
            case .no: return nil
            case .yes: break
            case .advised: if party.lodged.region != nil { return nil }
            }
            return Finding(
                .localityMissing,
                at: party.pointer + "/locality",
                ["country": country.code]
            )
        }
    }
}

import Mail

/// The office takes mail to the destination.
struct DestinationMustBeServed: Rule {
    let codes: [FindingCode: String] = [
        .destinationNotServed:
            "The office does not take mail to the addressee's country, or it is its own."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        let context = examined.context
        guard let destination = examined.destination,
            !context.served.contains(destination, office: context.office)
        else { return [] }
        return [
            Finding(
                .destinationNotServed,
                at: "/addressee/country",
                ["country": destination.code]
            )
        ]
    }
}

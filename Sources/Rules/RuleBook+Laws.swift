import Mail

extension RuleBook {
    /// The laws of destinations: each with the day from which it asks.
    static let laws = [
        Row(
            TariffCodeMustBePresent(),
            lane: .goods(to: .ics2),
            from: .on("2023-03-01"),
            source: ics2
        ),
        Row(OriginMustBePresent(), lane: .goods(to: .ics2), from: .on("2023-03-01"), source: ics2),
        Row(
            TariffCodeMustBePresent(),
            lane: .goods(to: .unitedStates),
            from: .on("2025-09-01"),
            source: Authority("UPU, electronic advance data: six-digit codes for commercial items")
        ),
        Row(
            OriginMustBePresent(),
            lane: .goods(to: .unitedStates),
            from: .on("2025-08-29"),
            source: Authority("US EO 14324 and CBP CSMS 67845486: origin and value of mail")
        ),
        Row(
            TariffCodeShouldHaveDigits(digits: 10),
            lane: .goods(to: .unitedStates),
            from: .on("2026-07-24"),
            source: Authority(
                "91 FR 37801: all ten-digit HTS codes, by the 7th of the month after arrival"
            )
        ),
        Row(
            ProductShouldBeIdentified(),
            lane: .goods(to: .union, from: .business),
            from: .on("2026-11-01"),
            source: Authority(
                "Implementing Regulation (EU) 2026/1200: product identifiers, mandatory from then"
            )
        ),
    ]

    private static let ics2 = Authority("ICS2 Release 2: full data of postal items by air")
}

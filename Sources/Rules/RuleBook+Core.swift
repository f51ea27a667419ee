import Mail

extension RuleBook {
    /// What every office asks, and what the destinations' laws ask on their days.
    package static let core = RuleBook(forms + parties + measures + declarations + laws)

    private static let house = Authority("Posthorn, lodgement: one shape on every channel")
    private static let cn22 = Authority(
        "UPU, explanatory text of CN 22, editions of India Post and of 2018"
    )
    private static let cn23 = Authority(
        "UPU, explanatory text of CN 23, edition quoted by the OECD"
    )

    private static let forms = [
        Row(TextMustBePrintable(), source: house),
        Row(ProductMustBeKnown(), source: house),
        Row(SenderKindMustBeKnown(), source: house),
    ]

    private static let parties = [
        Row(CountryMustBeKnown(), source: Authority("ISO 3166-1, code list of 2025")),
        Row(DestinationMustBeServed(), source: house),
        Row(NameMustBePresent(), source: cn23),
        Row(PartyMustNotBePlaceholder(), source: Authority("EU ICS2 stop words in party fields")),
        Row(AddressLineMustBePresent(), source: cn23),
        Row(LocalityMustBePresent(), source: addresses),
        Row(RegionMustBePresent(), source: addresses),
        Row(PostcodeMustBeWellFormed(), source: addresses),
        Row(
            AddresseeShouldBeReachable(),
            lane: .goods(to: .ics2),
            from: .on("2023-03-01"),
            source: Authority("ICS2 Release 2; instructions of CP 72: telephone or e-mail")
        ),
        Row(
            AddresseeShouldBeReachable(),
            lane: .product(.parcel, .ecommerceParcel, .ems),
            source: Authority("Instructions of CP 72: telephone or e-mail of both parties")
        ),
        Row(TaxIDsMustBeWhole(), source: Authority("IOSS number: IM and ten digits; unverified")),
    ]

    private static let addresses = Authority(
        "Google address metadata as of 2024 (CC BY 4.0), with our choices beside the table"
    )

    private static let measures = [
        Row(GrossWeightMustBeStated(), source: cn22),
        Row(WeightMustBeWithinLimit(), source: limits),
        Row(SizeMustBeWithinLimit(), source: limits),
        Row(AmountsMustBeReadable(), source: Authority("ISO 4217, list one, amendments to 2025")),
        Row(
            InsuredItemsMustStateTheirValue(),
            lane: .product(.insured),
            source: Authority("UPU Convention: an insured item states its value; unverified")
        ),
        Row(DutiesPayerMustBeKnown(), source: house),
        Row(NonDeliveryMustBeKnown(), source: cp71),
        Row(ParcelsShouldStateNonDelivery(), lane: .product(.parcel), source: cp71),
        Row(PostingDateMustBeADay(), source: Authority("ISO 8601, calendar date")),
    ]

    private static let limits = Authority(
        "Universal Postal Convention and Regulations by public description; unverified"
    )
    private static let cp71 = Authority("CP 71, sender's instruction on non-delivery; unverified")

    private static let declarations = [
        Row(GoodsMustBeDeclared(), source: cn22),
        Row(NatureMustBeStated(), source: cn23),
        Row(
            BusinessGoodsAreNoGift(),
            lane: .goods(from: .business),
            source: Authority("UPU, explanatory text of CN 22, 2018: no gift for commercial items")
        ),
        Row(GoodsAreNoCorrespondence(), lane: .goods, source: cn22),
        Row(DescriptionMustBeSpecific(), lane: .goods, source: descriptions),
        Row(QuantityMustBeWhole(), lane: .goods, source: cn22),
        Row(LineWeightsMustFit(), lane: .goods, source: cn22),
        Row(CurrencyMustBeOne(), lane: .goods, source: Authority("ISO 4217; CN 23, field 6")),
        Row(ValueMustBeStated(), lane: .goods, source: cn22),
        Row(
            TariffCodeMustBeKnown(),
            lane: .goods,
            source: Authority("Harmonized System, edition 2022")
        ),
        Row(OriginMustBeKnown(), lane: .goods, source: Authority("ISO 3166-1, code list of 2025")),
        Row(GTINShouldCheck(), lane: .goods, source: Authority("GS1 General Specifications")),
    ]

    private static let descriptions = Authority(
        "Delegated Regulation (EU) 2015/2446, Annex B, data element 18 05; ICS2 stop words;"
            + " Transport Canada PACT; US CBP CSMS 60011750"
    )
}

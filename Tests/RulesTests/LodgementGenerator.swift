import Mail

/// Lodgements of every kind from a seed: each field right, wrong, strange or absent.
struct LodgementGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// SplitMix64: the same numbers on every machine.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Mostly the first, sometimes another, sometimes nothing.
    private mutating func pick<Value>(_ usual: Value, _ others: [Value?]) -> Value? {
        next() % 24 == 0 ? others[Int(next() % UInt64(others.count))] : usual
    }

    private static let strange: [String?] = [
        nil, "N/A", "-", "\u{0}", "é", "XXX", "999999999999999999999", "-1", "1e3", "１２",
        "\u{200D}",
    ]

    mutating func lodgement() -> Lodgement {
        var lodgement = Lodgement()
        let products = Product.allCases.map(\.rawValue)
        lodgement.product = pick(products[Int(next() % 8)], Self.strange + ["PARCEL"])
        lodgement.senderKind = pick(next() % 2 == 0 ? "private" : "business", Self.strange)
        lodgement.sender = party("GB", "LS1 4AP")
        lodgement.addressee = party("PL", "31-147")
        lodgement.grossWeight = pick(1_500, [nil, 0, -1, .max, .min, 2_500, 40_000])
        if next() % 4 == 0 { lodgement.size = size() }
        if next() % 8 != 0 { lodgement.contents = contents() }
        if next() % 4 == 0 { lodgement.postage = amount() }
        if next() % 4 == 0 { lodgement.insuredValue = amount() }
        lodgement.dutiesPaidBy = pick("sender", Self.strange + ["ADDRESSEE"])
        lodgement.onNonDelivery = pick("return", Self.strange)
        lodgement.postingDate = pick("2026-11-24", Self.strange + ["2026-02-30", "2024-02-29"])
        return lodgement
    }

    private mutating func party(_ country: String, _ postcode: String) -> LodgedParty {
        var party = LodgedParty()
        party.name = pick("Ada Fox", Self.strange)
        party.company = pick("Fox Ltd", [nil, nil])
        party.lines = pick(["1 Lane"], [[], ["-"], ["a", "b", "c", "d"]]) ?? []
        party.locality = pick("Town", Self.strange)
        party.region = pick("Shire", Self.strange)
        party.postcode = pick(postcode, Self.strange)
        party.country = pick(country, Self.strange + ["ZZ", "us", "HK", "AQ", "XK"])
        if next() % 4 == 0 {
            var taxID = LodgedTaxID()
            taxID.kind = pick("IOSS", Self.strange)
            taxID.value = pick("IM3720000224", Self.strange)
            party.taxIDs = [taxID]
        }
        return party
    }

    private mutating func size() -> LodgedSize {
        var size = LodgedSize()
        size.length = pick(300, [nil, 0, -1, .max, .min, 1_400])
        size.width = pick(200, [nil, 0, .max])
        size.height = pick(50, [nil, 0, .max, 1])
        return size
    }

    private mutating func amount() -> LodgedAmount {
        var amount = LodgedAmount()
        amount.amount = pick("12.35", Self.strange + ["0", "1.5", "1."])
        amount.currency = pick("GBP", Self.strange + ["JPY", "kwd"])
        return amount
    }

    private mutating func contents() -> LodgedContents {
        var contents = LodgedContents()
        let natures = Nature.allCases.map(\.rawValue)
        contents.nature = pick(natures[Int(next() % 8)], Self.strange)
        contents.explanation = pick("repair", Self.strange)
        for _ in 0..<(next() % 6) { contents.lines.append(line()) }
        return contents
    }

    private mutating func line() -> LodgedLine {
        var line = LodgedLine()
        line.description = pick("Cotton jumper", Self.strange + ["gift"])
        line.quantity = pick(2, [nil, 0, -1, .max])
        line.lineNetWeight = pick(100, [nil, 0, -1, .max])
        line.lineValue = pick(
            "58.00",
            Self.strange + ["999999999999999", "9999999999999.99", "58,00", " 5", "5.000"]
        )
        line.currency = pick("GBP", Self.strange + ["JPY", "KWD", "eur"])
        line.tariffCode = pick(
            "611020",
            Self.strange + ["6110.20.20.79", "61102", "999999", "000000"]
        )
        line.origin = pick("GB", Self.strange + ["cn", "ZZ"])
        line.gtin = pick("4006381333931", Self.strange)
        return line
    }
}

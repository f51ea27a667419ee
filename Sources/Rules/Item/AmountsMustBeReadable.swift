import Mail

/// Postage and insured value, where given, are an amount and a currency.
struct AmountsMustBeReadable: Rule {
    let codes: [FindingCode: String] = [
        .currencyMissing: "An amount stands without a currency.",
        .currencyUnknown: "A currency is not a code of ISO 4217.",
        .amountMalformed: "Postage or insured value is not an amount of its currency.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        check(examined.lodgement.postage, at: "/postage")
            + check(examined.lodgement.insuredValue, at: "/insuredValue")
    }

    private func check(_ lodged: LodgedAmount?, at pointer: String) -> [Finding] {
        guard let lodged else { return [] }
        guard let amount = lodged.amount else {
            return [Finding(.amountMalformed, at: pointer + "/amount", ["found": "-"])]
        }
        guard let code = lodged.currency else {
            return [Finding(.currencyMissing, at: pointer + "/currency")]
        }
        guard let currency = Currency(code.uppercased()) else {
            return [Finding(.currencyUnknown, at: pointer + "/currency", ["found": code])]
        }
        guard (try? Money(amount, currency)) == nil else { return [] }
        return [Finding(.amountMalformed, at: pointer + "/amount", ["found": amount])]
    }
}

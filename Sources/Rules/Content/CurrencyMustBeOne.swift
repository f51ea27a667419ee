import Mail

/// Each line states its currency, and a declaration has one, because its total has.
struct CurrencyMustBeOne: Rule {
    let codes: [FindingCode: String] = [
        .currencyMissing: "A content line or an amount has no currency.",
        .currencyUnknown: "A currency is not a code of ISO 4217.",
        .currencyMixed: "The content lines of one declaration are in different currencies.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        var findings: [Finding] = []
        var first: Currency?
        for line in examined.lines {
            let pointer = line.pointer + "/currency"
            guard let written = line.lodged.currency else {
                findings.append(Finding(.currencyMissing, at: pointer))
                continue
            }
            guard let currency = line.currency else {
                findings.append(Finding(.currencyUnknown, at: pointer, ["found": written]))
                continue
            }
            if let first, first != currency {
                findings.append(
                    Finding(
                        .currencyMixed,
                        at: pointer,
                        ["found": currency.code, "expected": first.code]
                    )
                )
            } else {
                first = currency
            }
        }
        return findings
    }
}

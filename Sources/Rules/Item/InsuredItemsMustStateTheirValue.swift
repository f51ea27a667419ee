import Mail

/// An insured item says for how much.
struct InsuredItemsMustStateTheirValue: Rule {
    let codes: [FindingCode: String] = [
        .insuredValueMissing: "The product is insured and no insured value above zero is stated."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let amount = examined.lodgement.insuredValue?.amount,
            amount.utf8.contains(where: { (0x31...0x39).contains($0) })
        else { return [Finding(.insuredValueMissing, at: "/insuredValue")] }
        return []
    }
}

import Mail

/// A business does not declare a gift: for a commercial item that is no reason for export.
struct BusinessGoodsAreNoGift: Rule {
    let codes: [FindingCode: String] = [
        .natureGiftCommercial: "A business declares its goods as a gift."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard examined.nature == .gift else { return [] }
        return [Finding(.natureGiftCommercial, at: "/contents/nature")]
    }
}

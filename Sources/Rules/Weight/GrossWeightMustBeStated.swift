import Mail

/// The item was weighed.
struct GrossWeightMustBeStated: Rule {
    let codes: [FindingCode: String] = [
        .grossWeightMissing: "The weight of the item is not stated.",
        .grossWeightInvalid: "The weight of the item is not above zero.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let grams = examined.lodgement.grossWeight else {
            return [Finding(.grossWeightMissing, at: "/grossWeight")]
        }
        guard grams <= 0 else { return [] }
        return [Finding(.grossWeightInvalid, at: "/grossWeight", ["found": String(grams)])]
    }
}

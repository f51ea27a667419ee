import Mail

/// The item weighs no more than its product may.
struct WeightMustBeWithinLimit: Rule {
    let codes: [FindingCode: String] = [
        .weightOverLimit: "The item weighs more than its product may."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let product = examined.product, let grams = examined.lodgement.grossWeight else {
            return []
        }
        let limit = ProductLimits.of(product).heaviest
        guard grams > limit else { return [] }
        return [
            Finding(
                .weightOverLimit,
                at: "/grossWeight",
                [
                    "found": String(grams), "limit": String(limit), "product": product.rawValue,
                ]
            )
        ]
    }
}

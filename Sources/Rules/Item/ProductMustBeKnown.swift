import Mail

/// The product is one of the table.
struct ProductMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .productMissing: "No product is stated.",
        .productUnknown: "The product is not one that the office sells.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let written = examined.lodgement.product else {
            return [Finding(.productMissing, at: "/product", ["expected": Self.products])]
        }
        guard examined.product == nil else { return [] }
        return [
            Finding(
                .productUnknown,
                at: "/product",
                ["found": written, "expected": Self.products]
            )
        ]
    }

    private static let products = Product.allCases.map(\.rawValue).joined(separator: ", ")
}

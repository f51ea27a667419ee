import Mail

/// What is goods by its product or its nature has at least one content line.
///
/// An item without lines is correspondence; a parcel never is, and neither is what the sender calls
/// a gift or a sale.
struct GoodsMustBeDeclared: Rule {
    let codes: [FindingCode: String] = [
        .contentsMissing: "The product or the nature is one of goods and no content line is stated."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard !examined.isGoods else { return [] }
        let isGoods =
            switch examined.product {
            case .parcel, .ecommerceParcel: true
            default:
                switch examined.nature {
                case .gift, .sample, .returned, .sale, .mixed, .other: true
                case .documents, .correspondence, nil: false
                }
            }
        return isGoods ? [Finding(.contentsMissing, at: "/contents/lines")] : []
    }
}

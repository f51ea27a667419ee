import Mail

/// The sender's instruction is one of CP 71's three, where it is stated.
struct NonDeliveryMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .nonDeliveryUnknown:
            "The instruction for non-delivery is not `return`, `abandon` or `redirect`."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let written = examined.lodgement.onNonDelivery else { return [] }
        let instruction: NonDelivery? = Examined.code(written)
        guard instruction == nil else { return [] }
        return [Finding(.nonDeliveryUnknown, at: "/onNonDelivery", ["found": written])]
    }
}

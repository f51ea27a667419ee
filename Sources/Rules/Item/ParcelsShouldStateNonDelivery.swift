import Mail

/// CP 71 has boxes for what to do with a parcel that cannot be delivered: we tick none unasked.
struct ParcelsShouldStateNonDelivery: Rule {
    let codes: [FindingCode: String] = [
        .nonDeliveryMissing: "A parcel has no instruction for the case that it is not delivered."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard examined.lodgement.onNonDelivery == nil else { return [] }
        return [Finding(.nonDeliveryMissing, at: "/onNonDelivery")]
    }
}

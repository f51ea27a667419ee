import Mail

/// The sender says whether it is a business, because the law asks other things of one.
struct SenderKindMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .senderKindMissing: "It is not stated whether the sender is a business.",
        .senderKindUnknown: "The kind of sender is neither `private` nor `business`.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let written = examined.lodgement.senderKind else {
            return [Finding(.senderKindMissing, at: "/senderKind")]
        }
        guard examined.senderKind == nil else { return [] }
        return [Finding(.senderKindUnknown, at: "/senderKind", ["found": written])]
    }
}

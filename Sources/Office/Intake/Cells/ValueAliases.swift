import Mail

/// Codes as other programs write them, by the field that holds them.
///
/// The keys are as `HeaderName.key` writes them. Sources: EasyPost's and Shippo's contents types,
/// the boxes of CN 22 and CN 23, the Incoterms.
enum ValueAliases {
    static func value(of written: String, in field: ItemField) -> String? {
        switch field {
        case .nature where Nature(rawValue: written) != nil: nil
        case .dutiesPaidBy where DutiesPayer(rawValue: written) != nil: nil
        case .onNonDelivery where NonDelivery(rawValue: written) != nil: nil
        case .nature: natures[HeaderName.key(written)]
        case .dutiesPaidBy: payers[HeaderName.key(written)]
        case .onNonDelivery: instructions[HeaderName.key(written)]
        default: nil
        }
    }

    private static let natures = [
        "merchandise": "sale", "saleofgoods": "sale", "goods": "sale", "sold": "sale",
        "commercialsample": "sample", "samples": "sample", "document": "documents",
        "returnedgoods": "returned", "returnmerchandise": "returned", "return": "returned",
        "gifts": "gift", "personalcorrespondence": "correspondence",
    ]
    private static let payers = [
        "ddp": "sender", "delivereddutypaid": "sender", "ddu": "addressee", "dap": "addressee",
        "deliveredatplace": "addressee", "recipient": "addressee", "receiver": "addressee",
    ]
    private static let instructions = [
        "returntosender": "return", "treatasabandoned": "abandon", "forward": "redirect",
    ]
}

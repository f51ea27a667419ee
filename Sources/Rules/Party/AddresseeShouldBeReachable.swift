import Mail

/// Customs and carriers ask for a telephone number or an e-mail address of the addressee.
struct AddresseeShouldBeReachable: Rule {
    let codes: [FindingCode: String] = [
        .phoneMissing:
            "Neither a telephone number nor an e-mail address of the addressee is stated."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        let lodged = examined.addressee.lodged
        guard lodged.phone == nil, lodged.email == nil else { return [] }
        return [Finding(.phoneMissing, at: "/addressee/phone")]
    }
}

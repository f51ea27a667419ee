import Mail

/// There is at least one line between name and locality.
struct AddressLineMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .addressLineMissing: "No street, house or box is stated."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.compactMap { party in
            guard party.lodged.lines.isEmpty, party.address?.line != .no else { return nil }
            return Finding(.addressLineMissing, at: party.pointer + "/lines")
        }
    }
}

import Mail

/// A tax number has its kind and its value, and an IOSS number the form of one.
struct TaxIDsMustBeWhole: Rule {
    let codes: [FindingCode: String] = [
        .taxIDIncomplete: "A tax number lacks its kind or its value.",
        .taxIDMalformed: "An IOSS number is not `IM` and ten digits.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.flatMap { party in
            party.lodged.taxIDs.enumerated()
                .compactMap { index, taxID in
                    finding(taxID, at: "\(party.pointer)/taxIDs/\(index)")
                }
        }
    }

    private func finding(_ taxID: LodgedTaxID, at pointer: String) -> Finding? {
        guard let kind = taxID.kind, let value = taxID.value else {
            return Finding(.taxIDIncomplete, at: pointer)
        }
        guard kind.uppercased() == "IOSS", !Self.isIOSS(value) else { return nil }
        return Finding(.taxIDMalformed, at: pointer + "/value", ["found": value])
    }

    private static func isIOSS(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return bytes.count == 12 && value.uppercased().hasPrefix("IM")
            && bytes[2...].allSatisfy { (0x30...0x39).contains($0) }
    }
}

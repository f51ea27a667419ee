import Mail

/// What stands in a party's fields is said of the party, not written to get past the form.
struct PartyMustNotBePlaceholder: Rule {
    let codes: [FindingCode: String] = [
        .partyPlaceholder: "A field of the sender or the addressee holds a placeholder."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.parties.flatMap(findings)
    }

    private func findings(_ party: ExaminedParty) -> [Finding] {
        var findings: [Finding] = []
        func look(_ text: String?, _ field: @autoclosure () -> String, isPlace: Bool = false) {
            guard let text, Placeholders.isPlaceholder(text, isPlace: isPlace) else { return }
            findings.append(
                Finding(.partyPlaceholder, at: party.pointer + field(), ["found": text])
            )
        }
        look(party.lodged.name, "/name")
        look(party.lodged.company, "/company")
        for (index, line) in party.lodged.lines.enumerated() { look(line, "/lines/\(index)") }
        look(party.lodged.locality, "/locality", isPlace: true)
        look(party.lodged.region, "/region", isPlace: true)
        look(party.lodged.postcode, "/postcode", isPlace: true)
        return findings
    }
}

package import Mail

/// Places between which goods cross no customs border, so that no form is affixed.
package struct CustomsArea: Hashable, Sendable {
    package let name: String
    package let territory: CustomsTerritory
    package let from: CalendarDay
    package let source: Authority

    package func contains(_ party: Party) -> Bool {
        territory.contains(party.country, postcode: party.postcode)
    }

    package static func isOne(
        _ sender: Party,
        _ addressee: Party,
        on day: CalendarDay
    ) -> Bool {
        all.contains { $0.from <= day && $0.contains(sender) && $0.contains(addressee) }
    }

    package static let all = [
        CustomsArea(
            name: "European Union and Northern Ireland",
            territory: .union,
            from: .on("2021-01-01"),
            source: Authority(
                "Royal Mail help, Northern Ireland to the EU: no physical declaration;"
                    + " Regulation (EU) 952/2013 Article 4; Directive 2006/112/EC Article 6"
            )
        )
    ]
}

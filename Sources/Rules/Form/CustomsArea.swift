package import Mail

/// Places between which goods cross no customs border, so that no form is affixed.
package struct CustomsArea: Hashable, Sendable {
    package let name: String
    /// Country codes, each with the postcode beginnings that alone belong, or that do not.
    package let members: [String: Part]
    package let from: CalendarDay
    package let source: Authority

    package enum Part: Hashable, Sendable {
        case whole
        case only([String])
        case allBut([String])
    }

    package func contains(_ party: Party) -> Bool {
        func begins(_ beginnings: [String]) -> Bool {
            guard let postcode = party.postcode?.uppercased() else { return false }
            return beginnings.contains { postcode.hasPrefix($0) }
        }
        switch members[party.country.code] {
        case nil: return false
        case .whole: return true
        case .only(let beginnings): return begins(beginnings)
        case .allBut(let beginnings): return !begins(beginnings)
        }
    }

    package static func isOne(
        _ sender: Party,
        _ addressee: Party,
        on day: CalendarDay
    ) -> Bool {
        all.contains { $0.from <= day && $0.contains(sender) && $0.contains(addressee) }
    }

    /// The Union's fiscal and customs territory with Northern Ireland, of which postcode area BT
    /// is a part for goods.
    ///
    /// Left out by postcode are the parts of members that lie outside it: Canary Islands, Ceuta
    /// and Melilla, Büsingen and Heligoland, Livigno, Mount Athos; Åland and the French overseas
    /// departments have country codes of their own.
    package static let all = [
        CustomsArea(
            name: "European Union and Northern Ireland",
            members: unionMembers,
            from: .on("2021-01-01"),
            source: Authority(
                "Royal Mail help, Northern Ireland to the EU: no physical declaration;"
                    + " Regulation (EU) 952/2013 Article 4; Directive 2006/112/EC Article 6"
            )
        )
    ]

    private static let unionMembers: [String: Part] = {
        var members = Dictionary(
            uniqueKeysWithValues: CountryGroup.union.codes.map { ($0, Part.whole) }
        )
        members["GB"] = .only(["BT"])
        members["ES"] = .allBut(["35", "38", "51", "52"])
        members["DE"] = .allBut(["78266", "27498"])
        members["IT"] = .allBut(["23041", "23030"])
        members["GR"] = .allBut(["63086", "630 86"])
        members["FI"] = .allBut(["22"])
        members["FR"] = .allBut(["97", "98"])
        return members
    }()
}

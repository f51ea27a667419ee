/// A customs territory whose borders are not those of one country.
///
/// What its rules and its neighbours ask of goods holds for places, not for flags: a postcode can
/// lie outside of the territory that its country is in.
package enum CustomsTerritory: String, Hashable, Sendable, CaseIterable {
    /// The Union's fiscal and customs territory with Northern Ireland, of which postcode area BT is
    /// a part for goods.
    case union = "eu"
    /// Switzerland and Liechtenstein, one customs area since the treaty of 29 March 1923.
    case swiss = "ch-li"
    /// Great Britain with the Crown Dependencies, by the arrangements of 26 November 2018.
    case britain = "gb"

    /// How much of a country belongs, told by beginnings of postcodes.
    package enum Part: Hashable, Sendable {
        case whole
        case only([String])
        case allBut([String])
    }

    /// The members of the European Union since 1 February 2020, by Article 52 of its Treaty.
    package static let unionCodes =
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"

    /// Country codes, each with how much of it belongs.
    package var members: [String: Part] {
        switch self {
        case .union: Self.unionMembers
        case .swiss: Self.swissMembers
        case .britain: Self.britishMembers
        }
    }

    package func contains(_ country: Country, postcode: String?) -> Bool {
        guard let part = members[country.code] else { return false }
        func begins(_ beginnings: [String]) -> Bool {
            guard let postcode = postcode?.uppercased() else { return false }
            return beginnings.contains { postcode.hasPrefix($0) }
        }
        return switch part {
        case .whole: true
        case .only(let beginnings): begins(beginnings)
        case .allBut(let beginnings): !begins(beginnings)
        }
    }

    /// The territory that a place lies in; no two share one.
    package static func of(_ country: Country, postcode: String?) -> CustomsTerritory? {
        allCases.first { $0.contains(country, postcode: postcode) }
    }

    /// Left out by postcode are the parts of members that lie outside: Canary Islands, Ceuta and
    /// Melilla, Büsingen and Heligoland, Livigno, Mount Athos; Åland and the French overseas
    /// departments have country codes of their own.
    ///
    /// Source: Regulation (EU) 952/2013 Article 4; Directive 2006/112/EC Article 6.
    private static let unionMembers: [String: Part] = {
        var members = Dictionary(
            uniqueKeysWithValues: unionCodes.split(separator: " ").map { (String($0), Part.whole) }
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

    private static let swissMembers: [String: Part] = ["CH": .whole, "LI": .whole]

    private static let britishMembers: [String: Part] = [
        "GB": .allBut(["BT"]), "IM": .whole, "JE": .whole, "GG": .whole,
    ]
}

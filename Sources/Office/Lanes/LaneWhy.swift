package import Mail

/// Which rule decides about a lane, and why that one.
package struct LaneWhy: Hashable, Sendable {
    package let key: LaneKey
    package let version: Int
    package let at: Moment
    /// The one that decides first.
    package let rules: [LaneRule]

    package init(_ key: LaneKey, by plan: LanePlan, at moment: Moment) {
        self.key = key
        version = plan.version
        at = moment
        rules = plan.speaking(of: key, at: moment)
    }

    package var state: LaneState { rules.first?.state ?? .open }

    /// Each rule that does not decide, with why the first one comes before it.
    package var over: [(rule: LaneRule, why: LanePrecedence)] {
        guard let first = rules.first else { return [] }
        return rules.dropFirst().map { ($0, LanePrecedence.of(first, $0)) }
    }

    package var json: JSONValue {
        let wins = over.map { rule, why in
            JSONValue.members([("over", .integer(rule.id)), ("why", .string(why.text))])
        }
        return .members(
            [
                ("lane", .string(key.text)), ("territory", .text(key.territory?.rawValue)),
                ("version", .integer(version)), ("at", .string(at.text)),
            ] + state.members + [
                ("rules", .array(rules.map(\.json))), ("wins", .array(wins)),
            ]
        )
    }
}

extension LaneKey {
    /// The lane that a selector names wholly; a postcode tells the customs territory.
    package init?(_ selector: LaneSelector, postcode: String?) {
        guard case .country(let country)? = selector.destination, let product = selector.product,
            let channel = selector.channel, let kind = selector.kind, let data = selector.data
        else { return nil }
        self.init(
            country: country,
            territory: CustomsTerritory.of(country, postcode: postcode),
            product: product,
            channel: channel,
            kind: kind,
            data: data
        )
    }
}

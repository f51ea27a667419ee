/// Why a change of the lane plan takes a second person.
package enum LaneDanger: String, Hashable, Sendable, CaseIterable {
    /// Items that could be lodged no longer can.
    case closes
    /// What was closed, held or diverted flows again.
    case opens
    /// A cap goes, or lets through more than twice what it did.
    case raises
    /// Correspondence, which needs no customs data, no longer flows as freely.
    case letters

    package var text: String {
        switch self {
        case .closes: "it closes lanes that are not closed"
        case .opens: "it opens lanes that are not open"
        case .raises: "it lets through more than twice what a cap does"
        case .letters: "it slows down letters that need no customs data"
        }
    }

    /// What makes going from one plan to another dangerous, at the moment and whenever a rule of
    /// either begins or ends later.
    package static func of(
        _ before: LanePlan,
        _ after: LanePlan,
        from now: Moment
    ) -> [LaneDanger] {
        let moments = Set(
            (before.rules + after.rules).flatMap { [$0.setting.from, $0.setting.to] }
                .compactMap(\.self).filter { $0 > now } + [now]
        )
        let keys = LaneKey.telling(before.rules + after.rules)
        var found: Set<LaneDanger> = []
        for moment in moments {
            let (old, new) = (LaneIndex(before, at: moment), LaneIndex(after, at: moment))
            for key in keys {
                let one = old.rule(for: key)?.state ?? .open
                let other = new.rule(for: key)?.state ?? .open
                guard one != other else { continue }
                found.formUnion(of(one, other, key))
            }
            if found.count == allCases.count { break }
        }
        return allCases.filter(found.contains)
    }

    private static func of(
        _ before: LaneState,
        _ after: LaneState,
        _ key: LaneKey
    ) -> [LaneDanger] {
        var found: [LaneDanger] = []
        if after == .closed { found.append(.closes) }
        if !before.flows, after.flows { found.append(.opens) }
        if case .capped(let old) = before, after.flows {
            let new: LaneCap? = if case .capped(let cap) = after { cap } else { nil }
            if isMuchMore(new?.perDay, than: old.perDay)
                || isMuchMore(new?.perHour, than: old.perHour)
            {
                found.append(.raises)
            }
        }
        if !key.data, after.isStricter(than: before) { found.append(.letters) }
        return found
    }

    private static func isMuchMore(_ new: Int?, than old: Int?) -> Bool {
        guard let old else { return false }
        guard let new else { return true }
        return new > old.multipliedReportingOverflow(by: 2).partialValue
    }
}

extension LaneKey {
    /// A key for each lane that rules can tell apart, and one for everywhere else.
    package static func telling(_ rules: [LaneRule]) -> [LaneKey] {
        var countries: Set<Country> = []
        for rule in rules {
            switch rule.selector.destination {
            case nil: continue
            case .country(let country): countries.insert(country)
            case .group(let group): countries.formUnion(group)
            case .territory(let territory):
                countries.formUnion(territory.members.keys.compactMap(Country.init))
            }
        }
        if let other = Country.all.first(where: { !countries.contains($0) }) {
            countries.insert(other)
        }
        let territories = [nil] + CustomsTerritory.allCases.map(Optional.some)
        return countries.flatMap { country in
            territories.filter { $0?.members[country.code] != nil || $0 == nil }
                .flatMap { territory in
                    Product.allCases.flatMap { product in
                        Channel.allCases.flatMap { channel in
                            SenderKind.allCases.flatMap { kind in
                                [false, true]
                                    .map {
                                        LaneKey(
                                            country: country,
                                            territory: territory,
                                            product: product,
                                            channel: channel,
                                            kind: kind,
                                            data: $0
                                        )
                                    }
                            }
                        }
                    }
                }
        }
    }
}

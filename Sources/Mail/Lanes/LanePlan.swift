/// The versioned matrix that gives every lane its state; a lane that no rule speaks of is open.
package struct LanePlan: Hashable, Sendable {
    package let version: Int
    /// In the order of their numbers.
    package let rules: [LaneRule]
    /// The number that the next rule gets.
    package let nextRule: Int

    /// The plan of an office that never changed it: everything open.
    package static let normal = LanePlan(version: 0, rules: [], nextRule: 1)

    /// The plan behind a change.
    package func applying(_ change: LanePlanChange) -> LanePlan {
        let dropped = Set(change.dropped)
        let kept = rules.filter { !dropped.contains($0.id) }
        let added = change.added.enumerated()
            .map { offset, setting in
                LaneRule(
                    id: change.firstRule + offset,
                    setting: setting,
                    reason: change.reason,
                    by: change.by,
                    approvedBy: change.approvedBy,
                    version: change.version,
                    at: change.at
                )
            }
        return LanePlan(
            version: change.version,
            rules: kept + added,
            nextRule: change.firstRule + change.added.count
        )
    }

    /// The change that a request makes of this plan.
    ///
    /// Of one selector, what was said last holds for its time; a rule whose whole time is taken
    /// over, or over, is dropped.
    package func change(
        _ request: LaneRequest,
        by: Author,
        approvedBy: Author? = nil,
        proposal: String? = nil,
        at now: Moment
    ) -> LanePlanChange {
        let replaced = Dictionary(grouping: request.settings, by: \.selector)
        let dropped = rules.filter { rule in
            request.clears || request.drops.contains(rule.id)
                || rule.setting.to.map { $0 <= now } ?? false
                || replaced[rule.selector, default: []].contains { rule.setting.isWithin($0) }
        }
        return LanePlanChange(
            version: version + 1,
            dropped: dropped.map(\.id),
            firstRule: nextRule,
            added: request.settings,
            reason: request.reason,
            by: by,
            approvedBy: approvedBy,
            proposal: proposal,
            at: now
        )
    }

    /// The rules that hold at a moment: of one selector the last one.
    package func inForce(at now: Moment) -> [LaneRule] {
        var last: [LaneSelector: LaneRule] = [:]
        for rule in rules where rule.setting.isInForce(at: now) {
            if last[rule.selector].map({ $0.id < rule.id }) ?? true { last[rule.selector] = rule }
        }
        return rules.filter { last[$0.selector]?.id == $0.id }
    }

    /// The first moment after `now` at which a rule begins or ends.
    package func nextBoundary(after now: Moment) -> Moment? {
        rules.flatMap { [$0.setting.from, $0.setting.to] }.compactMap(\.self)
            .filter { $0 > now }.min()
    }

    /// The rules that speak of a lane at a moment, the one that decides first.
    ///
    /// - Complexity: O(rules); ``LaneIndex`` is for those who decide.
    package func speaking(of key: LaneKey, at now: Moment) -> [LaneRule] {
        inForce(at: now).filter { $0.selector.contains(key) }
            .sorted { LanePrecedence.of($0, $1).isFirst }
    }
}

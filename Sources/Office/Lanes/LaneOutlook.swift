package import Ledger
package import Mail

/// What lanes say of an item of which little is known yet: whoever asks is told at the first question,
/// and not behind the last.
package struct LaneOutlook: Sendable {
    /// What is known by now.
    package struct Known: Hashable, Sendable {
        package let country: Country
        package let postcode: String?
        package let product: Product?
        package let kind: SenderKind?
        /// Whether it holds anything but correspondence.
        package let data: Bool?

        package init(
            to country: Country,
            postcode: String? = nil,
            by product: Product? = nil,
            from kind: SenderKind? = nil,
            data: Bool? = nil
        ) {
            self.country = country
            self.postcode = postcode
            self.product = product
            self.kind = kind
            self.data = data
        }

        fileprivate func keys(through channel: Channel) -> [LaneKey] {
            (product.map { [$0] } ?? Product.allCases)
                .flatMap { product in
                    (kind.map { [$0] } ?? SenderKind.allCases)
                        .flatMap { kind in
                            (data.map { [$0] } ?? [false, true])
                                .map { data in
                                    LaneKey(
                                        country: country,
                                        territory: CustomsTerritory.of(country, postcode: postcode),
                                        product: product,
                                        channel: channel,
                                        kind: kind,
                                        data: data
                                    )
                                }
                        }
                }
        }
    }

    /// What is said of some of it, each once, the strictest first.
    package let findings: [Finding]
    /// Nothing of it is taken, whatever else it turns out to be.
    package let isRefused: Bool
    /// Part of it is taken and goes.
    package let isPartly: Bool
    /// The plan's version.
    package let version: Int

    /// Asks of every lane that it may turn out to be on; nothing is counted.
    package init(
        _ known: Known,
        through channel: Channel,
        _ judge: LaneJudge,
        _ ledger: LedgerStore,
        at now: Moment
    ) throws {
        var judge = judge
        var tally = LaneTally(ledger)
        let moment = try LaneJudge.moment(now, ledger)
        var findings: [Finding] = []
        var (refused, free) = (0, 0)
        let keys = known.keys(through: channel)
        for key in keys {
            let verdict = try judge.judge(key, customer: "", at: moment, &tally)
            if verdict.isRefused { refused += 1 }
            guard let finding = verdict.finding else {
                free += 1
                continue
            }
            if !findings.contains(finding) { findings.append(finding) }
        }
        self.findings = findings.sorted { $0.severity > $1.severity }
        isRefused = refused == keys.count
        isPartly = free > 0 && !findings.isEmpty
        version = judge.plan.version
    }
}

extension ServedOffice {
    /// What lanes say of what is known so far, by the plan in force.
    package func outlook(
        _ known: LaneOutlook.Known,
        through channel: Channel
    ) throws -> LaneOutlook {
        try LaneOutlook(known, through: channel, try judge(), ledger, at: clock.now())
    }

    /// The rules in force that let not everything of a channel go.
    package func restrictions(of channel: Channel) throws -> [LaneRule] {
        try judge().plan.inForce(at: clock.now())
            .filter { rule in
                rule.state != .open && (rule.selector.channel ?? channel) == channel
            }
    }
}

import Mail

/// Rules and keys for tests of lanes.
enum LaneSamples {
    static let use = LaneUse(
        lane: "dest=US,data=yes",
        version: 7,
        window: LaneWindow(hour: "2026-10-25T01+01:00", day: "2026-10-25")
    )

    static func entries(_ at: Moment) -> [Entry] {
        guard
            let us = try? LaneSelector("dest=US,product=parcel,channel=api,kind=business,data=yes"),
            let several = try? LaneSelector("dest=NL+FR"),
            let cap = LaneCap(perHour: 5, perDay: 90, over: .hold, share: 30),
            let strike = CapacityDay(
                day: at.day,
                kind: .strike,
                percent: 0,
                label: "strike",
                by: .staff("ada"),
                at: at
            )
        else { return [] }
        let settings = [
            LaneSetting(us, .capped(cap), advisory: "a-1", from: at, to: at),
            LaneSetting(several, .held(limit: 7)), LaneSetting(.any, .diverted(partner: "PostNL")),
            LaneSetting(LaneSelector(data: true), .closed), LaneSetting(.any, .open),
        ]
        return [
            .lanePlanChanged(
                LanePlanChange(
                    version: 3,
                    dropped: [1, 4],
                    firstRule: 5,
                    added: settings,
                    reason: "attack",
                    by: .staff("ada"),
                    approvedBy: .staff("ben"),
                    proposal: "p2",
                    at: at
                )
            ),
            .laneChangeProposed(
                LaneProposal(
                    id: "p2",
                    request: LaneRequest(clears: true, drops: [3], settings: settings, reason: "x"),
                    version: 2,
                    dangers: [.closes, .letters],
                    by: .local,
                    at: at,
                    expiresAt: at
                )
            ),
            .lanePlanSaved(
                LanePlanSaved(name: "mine", settings: settings, by: .staff("ada"), at: at)
            ),
            .releasePlanned(
                ReleasePlan(
                    id: "r1",
                    selector: us,
                    perHour: 2000,
                    closedToo: true,
                    reason: "restored",
                    by: .staff("ada"),
                    approvedBy: .staff("ben"),
                    at: at
                )
            ),
            .capacitySet(strike),
            .releaseStopped(ReleaseStopped(id: "r1", reason: "x", by: .office, at: at)),
            .laneProposalCancelled(
                LaneProposalCancelled(proposal: "p2", reason: "x", by: .staff("ben"), at: at)
            ),
        ] + found(at)
    }

    private static func found(_ at: Moment) -> [Entry] {
        guard let number = try? S10("LA990000006GB") else { return [] }
        return [
            .itemsFound(
                ItemsFound(
                    list: "hall 3",
                    items: [
                        FoundItem(number, to: Country("US"), needs: .data),
                        FoundItem(number, to: nil, needs: .unknown),
                    ],
                    by: .staff("ada"),
                    at: at
                )
            ),
            .foundTriaged(
                FoundTriaged(number: number, need: .return, reason: "x", by: .local, at: at)
            ),
        ]
    }

    /// A plan of those settings, all there from the beginning.
    static func plan(_ settings: [LaneSetting]) -> LanePlan {
        let request = LaneRequest(settings: settings, reason: "test")
        let change = LanePlan.normal.change(request, by: .local, at: Moment(milliseconds: 0))
        return LanePlan.normal.applying(change)
    }

    static func key(
        _ country: String = "US",
        territory: CustomsTerritory? = nil,
        _ product: Product = .parcel,
        _ channel: Channel = .api,
        _ kind: SenderKind = .business,
        data: Bool = true
    ) -> LaneKey? {
        Country(country)
            .map {
                LaneKey(
                    country: $0,
                    territory: territory,
                    product: product,
                    channel: channel,
                    kind: kind,
                    data: data
                )
            }
    }
}

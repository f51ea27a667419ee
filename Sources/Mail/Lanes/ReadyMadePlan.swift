/// Lane plans for the hour in which nobody has time to write one.
package enum ReadyMadePlan: String, Hashable, Sendable, CaseIterable {
    case stopEverything = "stop-everything"
    case lettersFirst = "letters-first"
    case trackedWithGoodData = "tracked-with-good-data"
    case everythingCapped = "everything-capped"
    case normal

    /// Products that are followed from hand to hand, which goods may travel by first.
    private static let tracked: [Product] = [.packetTracked, .registered, .insured, .ems]

    /// The rules; `perDay` counts for the plan that caps everything.
    package func settings(perDay: Int) -> [LaneSetting] {
        let goods = LaneSelector(data: true)
        switch self {
        case .stopEverything: return [LaneSetting(.any, .closed)]
        case .lettersFirst: return [LaneSetting(goods, .closed)]
        case .trackedWithGoodData:
            return [LaneSetting(goods, .closed)]
                + Self.tracked.map {
                    LaneSetting(LaneSelector(product: $0, data: true), .open)
                }
        case .everythingCapped:
            guard let cap = LaneCap(perHour: nil, perDay: perDay, over: .hold) else { return [] }
            return [LaneSetting(.any, .capped(cap))]
        case .normal: return []
        }
    }

    package var text: String {
        switch self {
        case .stopEverything: "nothing is taken"
        case .lettersFirst: "letters that need no customs data flow, nothing else is taken"
        case .trackedWithGoodData:
            "letters flow, and goods by products that are followed; their data is checked as ever"
        case .everythingCapped: "so many items a day in all, what is over is held"
        case .normal: "everything flows"
        }
    }
}

import Mail
import Office

/// The six weeks of January and February 2023 as orders to an office, each with where its date is
/// from.
///
/// Dates and what happened are public; numbers and hours that nobody published are ours, and the
/// two strike days are hypothetical. The timeline says which is which.
enum LanesTimeline {
    /// Where an event is from.
    enum Origin: String {
        case published
        /// The day is published, the hour or the number is ours.
        case ours
        case hypothetical
    }

    enum Act {
        /// By ada, and where it takes two, approved by ben.
        case change(LaneRequest)
        case release(ReleaseOrder)
        case capacity(day: String, label: String)
        /// Tells the public, with a promise of when there is more: the next event that tells it.
        case tell(LanesNews)
        /// Tells the public that it is over.
        case tellEnd
    }

    struct Event {
        /// On the wall of an office in London.
        let at: String
        let what: String
        let source: String
        let origin: Origin
        let acts: [Act]
    }

    static let zone = "Europe/London"
    static let first = "2023-01-09"
    static let days = 47

    static let events: [Event] =
        [attack, stop, letters, counters, backlog, rest, signed, tracked]
        + strikes + [restored]

    /// When the public hears more, behind a moment on the wall.
    static func nextTelling(after at: String) -> String? {
        events.filter { event in
            event.at > at
                && event.acts.contains { act in
                    switch act {
                    case .tell, .tellEnd: true
                    default: false
                    }
                }
        }
        .map(\.at).min()
    }

    private static let attack = Event(
        at: "2023-01-10T08:00",
        what: "Attack: what comes in is held; papers still print, nothing leaves.",
        source: "computerweekly 365531392",
        origin: .ours,
        acts: [
            .change(request([(.any, .held(limit: nil))], "attack on the back office")),
            .tell(.attack),
        ]
    )
    private static let stop = Event(
        at: "2023-01-11T09:00",
        what: "Customers are asked to send nothing abroad: every lane is closed.",
        source: "itv.com 2023-01-11",
        origin: .published,
        acts: [
            .change(request([(.any, .closed)], "temporarily unable to despatch export items")),
            .tell(.stop),
        ]
    )
    private static let letters = Event(
        at: "2023-01-18T19:00",
        what: "Letters without a customs declaration reopen online, in limited volumes.",
        source: "independent b2264587",
        origin: .published,
        acts: [
            .change(
                request(
                    [Channel.web, .api, .file]
                        .map {
                            (LaneSelector(channel: $0, data: false), limited)
                        },
                    "limited volumes of letters"
                )
            ),
            .release(
                ReleaseOrder(
                    LaneSelector(data: false),
                    perHour: 4,
                    closedToo: true,
                    reason: "letters first",
                    approvedBy: .staff("ben")
                )
            ), .tell(.letters),
        ]
    )
    private static let counters = Event(
        at: "2023-01-19T08:00",
        what: "Post Office counters sell letters again.",
        source: "mailing-stuff 316740",
        origin: .published,
        acts: [
            .change(
                request(
                    [(LaneSelector(channel: .counter, data: false), .open)],
                    "counters, letters"
                )
            ), .tell(.counters),
        ]
    )
    private static let backlog = Event(
        at: "2023-01-23T09:00",
        what: "What is in the building leaves for the first destinations; no new parcels.",
        source: "decisionmarketing.co.uk",
        origin: .published,
        acts: [.release(goods("dest=FR+NL", perHour: 2)), .tell(.backlog)]
    )
    private static let rest = Event(
        at: "2023-01-24T09:00",
        what: "What is in the building leaves for all destinations.",
        source: "decisionmarketing.co.uk",
        origin: .ours,
        acts: [.release(goods("any", perHour: 1)), .tell(.rest)]
    )
    private static let signed = Event(
        at: "2023-01-26T09:00",
        what: "Tracked and Signed, and Signed, reopen for accounts and online.",
        source: "computerweekly 252529609",
        origin: .published,
        acts: [.change(request(online(.registered), "signed services reopen")), .tell(.signed)]
    )
    private static let tracked = Event(
        at: "2023-01-30T12:00",
        what: "Tracked reopens for accounts and online; counters sell no parcels yet.",
        source: "megapointscontrollers.co.uk",
        origin: .published,
        acts: [
            .change(request(online(.packetTracked), "tracked services reopen")), .tell(.tracked),
        ]
    )
    /// Announced when what is in the building begins to leave.
    private static let strikes = ["2023-01-25", "2023-01-26"]
        .map { day in
            Event(
                at: "2023-01-23T08:00",
                what: "A strike is announced for \(day): nothing is let go on that day.",
                source: "none: this strike did not take place",
                origin: .hypothetical,
                acts: [.capacity(day: day, label: "strike (hypothetical)")]
            )
        }
    private static let restored = Event(
        at: "2023-02-21T08:00",
        what: "All services are restored, at all Post Offices.",
        source: "mailing-stuff 316740",
        origin: .published,
        acts: [.change(LaneRequest(clears: true, reason: "all services restored")), .tellEnd]
    )

    private static let limited: LaneState =
        LaneCap(perHour: nil, perDay: 8, over: .refuse).map { .capped($0) } ?? .closed

    private static func request(
        _ settings: [(LaneSelector, LaneState)],
        _ reason: String
    ) -> LaneRequest {
        LaneRequest(settings: settings.map { LaneSetting($0, $1) }, reason: reason)
    }

    private static func online(_ product: Product) -> [(LaneSelector, LaneState)] {
        [Channel.web, .api, .file]
            .map { (LaneSelector(product: product, channel: $0, data: true), .open) }
    }

    private static func goods(_ selector: String, perHour: Int) -> ReleaseOrder {
        ReleaseOrder(
            (try? LaneSelector(selector)) ?? .any,
            perHour: perHour,
            closedToo: true,
            reason: "in the building since the attack",
            approvedBy: .staff("ben")
        )
    }
}

import Mail
import Testing

@Suite("Lane plans")
struct LanePlanTests {
    @Test(
        "selectors of the same lanes have one text",
        arguments: [
            ("any", "any"), ("dest=us", "dest=US"), ("dest=NL+FR", "dest=FR+NL"),
            ("dest=FR+FR", "dest=FR"), ("dest=territory:EU", "dest=territory:eu"),
            (
                "data=yes,dest=US,kind=business,channel=api,product=parcel",
                "dest=US,product=parcel,channel=api,kind=business,data=yes"
            ),
        ]
    )
    func reads(_ text: String, _ canonical: String) throws {
        let selector = try LaneSelector(text)
        #expect(selector.text == canonical)
        #expect(try LaneSelector(selector.text) == selector)
    }

    @Test("a group with a name is read and shown by it, and recorded by its countries")
    func named() throws {
        let selector = try LaneSelector("dest=eu")
        #expect(selector.name == "dest=eu")
        #expect(selector.text.hasPrefix("dest=AT+BE+BG+"))
        #expect(try LaneSelector(selector.text) == selector)
    }

    @Test(
        "what selects nothing says both sides",
        arguments: [
            "", "dest", "dest=", "dest=ZZ", "dest=FR+", "dest=territory:xx", "product=brick",
            "channel=door", "kind=pirate", "data=maybe", "dest=US,dest=FR", "colour=red", "any,any",
        ]
    )
    func refuses(_ text: String) {
        #expect(throws: LaneSelector.Flaw.self) { try LaneSelector(text) }
    }

    @Test(
        "customs territories go by postcode where a country lies in two",
        arguments: [
            ("FR", "75002", "eu"), ("FR", "97100", ""), ("ES", "35001", ""), ("ES", "28001", "eu"),
            ("GB", "BT1 1AA", "eu"), ("GB", "LS1 4AP", "gb"), ("LI", "9490", "ch-li"),
            ("US", "10001", ""), ("IT", nil, "eu"),
        ]
    )
    func territories(_ code: String, _ postcode: String?, _ territory: String) throws {
        let country = try #require(Country(code))
        let found = CustomsTerritory.of(country, postcode: postcode)
        #expect(found?.rawValue ?? "" == territory)
    }

    @Test(
        "a share is rounded up",
        arguments: [(100, 30, 30), (1, 1, 1), (10, 25, 3), (3, 100, 3), (.max, 100, Int.max)]
    )
    func shares(_ count: Int, _ share: Int, _ items: Int) throws {
        let cap = try #require(LaneCap(perHour: nil, perDay: 1, share: share))
        #expect(cap.share(of: count) == items)
    }

    @Test("a cap of nothing is none")
    func noCaps() {
        #expect(LaneCap(perHour: nil, perDay: nil) == nil)
        #expect(LaneCap(perHour: 0, perDay: nil) == nil)
        #expect(LaneCap(perHour: nil, perDay: -1) == nil)
        #expect(LaneCap(perHour: 1, perDay: nil, share: 0) == nil)
        #expect(LaneCap(perHour: 1, perDay: nil, share: 101) == nil)
    }

    @Test("of one selector what was said last holds for its time, and what it covers goes")
    func lastSaid() throws {
        let us = try LaneSelector("dest=US")
        let key = try #require(LaneSamples.key())
        let (start, end) = (Moment(milliseconds: 100), Moment(milliseconds: 200))
        var plan = LaneSamples.plan([LaneSetting(us, .held(limit: nil))])
        func change(_ setting: LaneSetting, at now: Int64) -> LanePlanChange {
            plan.change(
                LaneRequest(settings: [setting], reason: "r"),
                by: .local,
                at: Moment(milliseconds: now)
            )
        }
        let scheduled = change(LaneSetting(us, .closed, from: start, to: end), at: 1)
        #expect(scheduled.dropped == [])
        plan = plan.applying(scheduled)
        let states = [50, 100, 199, 200]
            .map { LaneIndex(plan, at: Moment(milliseconds: $0)).rule(for: key)?.state.name }
        #expect(states == [.held, .closed, .closed, .held])
        let all = change(LaneSetting(us, .open), at: 2)
        #expect(all.dropped == [1, 2])
        plan = plan.applying(all)
        #expect(plan.version == 3 && plan.rules.map(\.id) == [3] && plan.nextRule == 4)
        // What is over goes with the next change.
        plan = plan.applying(change(LaneSetting(us, .closed, to: end), at: 3))
        #expect(change(LaneSetting(.any, .open), at: 200).dropped == [4])
    }

    @Test(
        "what takes a second person",
        arguments: [
            ("any open", "data=yes closed", "closes"), ("any closed", "any open", "opens"),
            ("data=yes closed", "dest=US,data=yes open", "opens"),
            ("any open", "data=yes held", ""), ("any open", "any held", "letters"),
            ("data=yes capped 10", "data=yes capped 20", ""),
            ("data=yes capped 10", "data=yes capped 21", "raises"),
            ("data=yes capped 10", "data=yes open", "raises"),
            ("data=yes capped 10", "data=yes capped 9", ""),
            ("any capped 10", "any capped 9", "letters"), ("any held", "any capped 9", "opens"),
            ("any open", "dest=FR closed", "closes letters"), ("any closed", "any closed", ""),
        ]
    )
    func dangers(_ before: String, _ after: String, _ dangers: String) throws {
        let old = LaneSamples.plan([try setting(before)])
        let request = LaneRequest(settings: [try setting(after)], reason: "r")
        let now = Moment(milliseconds: 9)
        let new = old.applying(old.change(request, by: .local, at: now))
        let found = LaneDanger.of(old, new, from: now).map(\.rawValue).joined(separator: " ")
        #expect(found == dangers)
    }

    @Test("what is to come is weighed, too")
    func dangersToCome() throws {
        let later = Moment(milliseconds: 1000)
        let new = LaneSamples.plan([LaneSetting(LaneSelector(data: true), .closed, from: later)])
        #expect(LaneDanger.of(.normal, new, from: Moment(milliseconds: 1)) == [.closes])
    }

    private func setting(_ text: String) throws -> LaneSetting {
        let parts = text.split(separator: " ", maxSplits: 1)
        let state = try #require(LanePrecedenceTests.state(String(parts[1])))
        return LaneSetting(try LaneSelector(String(parts[0])), state)
    }

    @Test("ready-made plans do what their names say", arguments: ReadyMadePlan.allCases)
    func readyMade(_ ready: ReadyMadePlan) throws {
        let plan = LaneSamples.plan(ready.settings(perDay: 9))
        let index = LaneIndex(plan, at: Moment(milliseconds: 1))
        func state(_ product: Product, data: Bool) throws -> LaneState.Name {
            let key = try #require(LaneSamples.key("JP", product, .counter, .private, data: data))
            return index.rule(for: key)?.state.name ?? .open
        }
        let states = try [
            state(.letter, data: false), state(.packetTracked, data: true),
            state(.parcel, data: true),
        ]
        let wanted: [LaneState.Name] =
            switch ready {
            case .stopEverything: [.closed, .closed, .closed]
            case .lettersFirst: [.open, .closed, .closed]
            case .trackedWithGoodData: [.open, .open, .closed]
            case .everythingCapped: [.capped, .capped, .capped]
            case .normal: [.open, .open, .open]
            }
        #expect(states == wanted)
    }

    @Test("goods need data by what crosses a border, whatever anybody says")
    func dataByContent() throws {
        let json = try JSONReader.read(Array(LodgementReaderTests.whole.utf8))
        let item = try MailItem(LodgementReader.read(json).lodgement)
        for (form, reason, data) in [
            (DeclarationForm.cn22, FormReason.valueWithinLimit, true),
            (.none, .noCustomsBorder, false), (.none, .correspondenceOnly, false),
        ] {
            let decision = FormDecision(form: form, reason: reason)
            #expect(LaneKey(item, decision, through: .api).data == data)
        }
    }
}

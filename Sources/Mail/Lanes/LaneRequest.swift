/// What somebody asks of the lane plan, before anybody decided.
package struct LaneRequest: Hashable, Sendable {
    /// Whether every rule that there is goes: what a whole plan does.
    package let clears: Bool
    /// The numbers of rules that go.
    package let drops: [Int]
    package let settings: [LaneSetting]
    package let reason: String

    package init(
        clears: Bool = false,
        drops: [Int] = [],
        settings: [LaneSetting] = [],
        reason: String
    ) {
        self.clears = clears
        self.drops = drops
        self.settings = settings
        self.reason = reason
    }

    package var json: JSONValue {
        .members([
            ("clears", clears ? .bool(true) : nil),
            ("drops", drops.isEmpty ? nil : .array(drops.map { .integer($0) })),
            ("reason", .string(reason)), ("settings", .array(settings.map(\.json))),
        ])
    }

    package init?(_ json: JSONValue) {
        guard let reason = json["reason"]?.text, let elements = json["settings"]?.elements else {
            return nil
        }
        let settings = elements.compactMap(LaneSetting.init)
        let drops = json["drops"]?.elements ?? []
        let numbers = drops.compactMap(\.wholeNumber)
        guard settings.count == elements.count, numbers.count == drops.count else { return nil }
        self.init(
            clears: json["clears"] == .bool(true),
            drops: numbers,
            settings: settings,
            reason: reason
        )
    }
}

extension LaneSetting {
    package var json: JSONValue {
        .members(
            [
                ("advisory", .text(advisory)), ("from", from.map { .integer($0.milliseconds) }),
                ("lane", .string(selector.text)),
                ("to", to.map { .integer($0.milliseconds) }),
            ] + state.members
        )
    }

    package init?(_ json: JSONValue) {
        guard let text = json["lane"]?.text, let selector = try? LaneSelector(text),
            let state = LaneState(json)
        else { return nil }
        func moment(_ name: String) -> Moment? {
            json[name]?.wholeNumber.map { Moment(milliseconds: Int64($0)) }
        }
        self.init(
            selector,
            state,
            advisory: json["advisory"]?.text,
            from: moment("from"),
            to: moment("to")
        )
    }
}

extension LaneState {
    /// The state with what belongs to it, as members of whatever has it.
    package var members: [(String, JSONValue?)] {
        let name: (String, JSONValue?) = ("state", .string(name.rawValue))
        switch self {
        case .open, .closed: return [name]
        case .held(let limit): return [name, ("limit", limit.map { .integer($0) })]
        case .diverted(let partner): return [name, ("partner", .string(partner))]
        case .capped(let cap):
            return [
                name, ("over", .string(cap.over.rawValue)),
                ("perDay", cap.perDay.map { .integer($0) }),
                ("perHour", cap.perHour.map { .integer($0) }),
                ("share", cap.share.map { .integer($0) }),
            ]
        }
    }

    package init?(_ json: JSONValue) {
        switch json["state"]?.text.flatMap(Name.init) {
        case .open: self = .open
        case .closed: self = .closed
        case .held: self = .held(limit: json["limit"]?.wholeNumber)
        case .diverted:
            guard let partner = json["partner"]?.text else { return nil }
            self = .diverted(partner: partner)
        case .capped:
            guard let over = json["over"]?.text.flatMap(LaneCap.Over.init),
                let cap = LaneCap(
                    perHour: json["perHour"]?.wholeNumber,
                    perDay: json["perDay"]?.wholeNumber,
                    over: over,
                    share: json["share"]?.wholeNumber
                )
            else { return nil }
            self = .capped(cap)
        case nil: return nil
        }
    }
}

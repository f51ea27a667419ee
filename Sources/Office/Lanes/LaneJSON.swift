package import Mail

/// Lanes as programs read them, the same from a command and from the API: moments are RFC 3339.
extension LaneRule {
    package var json: JSONValue {
        .members(
            [
                ("rule", .integer(id)), ("lane", .string(selector.text)),
                ("version", .integer(version)),
            ] + state.members + setting.shownTimes + [
                ("reason", .string(reason)), ("advisory", .text(setting.advisory)),
                ("by", .string(by.text)), ("approvedBy", .text(approvedBy?.text)),
                ("at", .string(at.text)),
            ]
        )
    }
}

extension LaneSetting {
    fileprivate var shownTimes: [(String, JSONValue?)] {
        [("from", from.map { .string($0.text) }), ("to", to.map { .string($0.text) })]
    }

    /// As it is shown, where ``json`` is as it is recorded.
    package var shown: JSONValue {
        .members(
            [("lane", .string(selector.text))] + state.members + shownTimes
                + [("advisory", .text(advisory))]
        )
    }
}

extension LaneRequest {
    package var shown: JSONValue {
        .members([
            ("clears", clears ? .bool(true) : nil),
            ("drops", drops.isEmpty ? nil : .array(drops.map { .integer($0) })),
            ("settings", .array(settings.map(\.shown))), ("reason", .string(reason)),
        ])
    }
}

extension LanePlanChange {
    package var shown: JSONValue {
        .members([
            ("version", .integer(version)), ("at", .string(at.text)), ("by", .string(by.text)),
            ("approvedBy", .text(approvedBy?.text)), ("proposal", .text(proposal)),
            ("reason", .string(reason)), ("dropped", .array(dropped.map { .integer($0) })),
            ("firstRule", .integer(firstRule)), ("added", .array(added.map(\.shown))),
        ])
    }
}

extension LaneProposal {
    package var shown: JSONValue {
        .members([
            ("proposal", .string(id)), ("at", .string(at.text)), ("by", .string(by.text)),
            ("expires", .string(expiresAt.text)), ("version", .integer(version)),
            ("dangers", .array(dangers.map { .string($0.rawValue) })), ("request", request.shown),
        ])
    }
}

extension LaneImpact {
    package var json: JSONValue {
        func rows(_ rows: [Row]) -> JSONValue {
            .array(
                rows.map {
                    .members([
                        ("before", .string($0.before.rawValue)),
                        ("after", .string($0.after.rawValue)), ("items", .integer($0.items)),
                        ("customers", .integer($0.customers)),
                    ])
                }
            )
        }
        return .members([("live", rows(live)), ("lastDay", rows(lastDay))])
    }
}

/// A whole plan as it travels: each rule with who wanted it, why and since when.
extension LanePlan {
    package var recorded: JSONValue {
        .members([
            ("nextRule", .integer(nextRule)), ("rules", .array(rules.map(\.recorded))),
            ("version", .integer(version)),
        ])
    }

    package init?(recorded json: JSONValue) {
        guard let version = json["version"]?.wholeNumber,
            let next = json["nextRule"]?.wholeNumber, let elements = json["rules"]?.elements
        else { return nil }
        let rules = elements.compactMap(LaneRule.init(recorded:))
        guard rules.count == elements.count else { return nil }
        self.init(version: version, rules: rules, nextRule: next)
    }
}

extension LaneRule {
    fileprivate var recorded: JSONValue {
        .members([
            ("approvedBy", .text(approvedBy?.text)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("reason", .string(reason)), ("rule", .integer(id)),
            ("setting", setting.json), ("version", .integer(version)),
        ])
    }

    fileprivate init?(recorded json: JSONValue) {
        guard let id = json["rule"]?.wholeNumber,
            let setting = json["setting"].flatMap(LaneSetting.init),
            let reason = json["reason"]?.text, let by = json["by"]?.text.flatMap(Author.init),
            let version = json["version"]?.wholeNumber, let at = json["at"]?.wholeNumber
        else { return nil }
        self.init(
            id: id,
            setting: setting,
            reason: reason,
            by: by,
            approvedBy: json["approvedBy"]?.text.flatMap(Author.init),
            version: version,
            at: Moment(milliseconds: Int64(at))
        )
    }
}

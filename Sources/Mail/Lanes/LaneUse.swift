/// What a lane had to say when an item came in or was let go: recorded with the item, so that caps
/// are counted from entries alone.
package struct LaneUse: Hashable, Sendable {
    /// The selector of the rule that decided.
    package let lane: String
    /// The plan's version.
    package let version: Int
    /// The windows that the item counts in; nothing for what was held.
    package let window: LaneWindow?

    package init(lane: String, version: Int, window: LaneWindow?) {
        self.lane = lane
        self.version = version
        self.window = window
    }

    var json: JSONValue {
        .members([
            ("day", .text(window?.day)), ("hour", .text(window?.hour)), ("lane", .string(lane)),
            ("version", .integer(version)),
        ])
    }
}

/// The calendar hour and day of the office that a moment lies in, as their caps are counted.
///
/// They are recorded as they were named that day: no machine needs the time zone to count again.
package struct LaneWindow: Hashable, Sendable {
    /// `2026-10-25T01+01:00`: the hour that a change of the clock repeats is two hours.
    package let hour: String
    /// `2026-10-25`, which has twenty-three hours or twenty-five where the clock changes.
    package let day: String

    package init(hour: String, day: String) {
        self.hour = hour
        self.day = day
    }
}

extension EntryFields {
    func laneUse(_ member: String = "lane") throws(Entry.Flaw) -> LaneUse? {
        guard let json = json[member] else { return nil }
        let fields = EntryFields(kind: kind, json: json)
        let isCounted = json["hour"] != nil
        return LaneUse(
            lane: try fields.text("lane"),
            version: try fields.number("version"),
            window: isCounted
                ? LaneWindow(hour: try fields.text("hour"), day: try fields.text("day")) : nil
        )
    }
}

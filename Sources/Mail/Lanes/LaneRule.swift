/// What somebody wants of some lanes, for a time: a rule before it is one.
package struct LaneSetting: Hashable, Sendable {
    package let selector: LaneSelector
    package let state: LaneState
    /// The public notice that tells why, by its name.
    package let advisory: String?
    package let from: Moment?
    package let to: Moment?

    package init(
        _ selector: LaneSelector,
        _ state: LaneState,
        advisory: String? = nil,
        from: Moment? = nil,
        to: Moment? = nil
    ) {
        self.selector = selector
        self.state = state
        self.advisory = advisory
        self.from = from
        self.to = to
    }

    /// From its beginning on, and no longer at its end.
    package func isInForce(at now: Moment) -> Bool {
        (from.map { $0 <= now } ?? true) && (to.map { now < $0 } ?? true)
    }

    /// Whether it speaks of the same lanes for no time that the other does not.
    func isWithin(_ other: LaneSetting) -> Bool {
        selector == other.selector
            && (other.from.map { end in from.map { $0 >= end } ?? false } ?? true)
            && (other.to.map { end in to.map { $0 <= end } ?? false } ?? true)
    }
}

/// One line of the lane plan.
package struct LaneRule: Hashable, Sendable {
    /// A number that no other rule of the office ever has.
    package let id: Int
    package let setting: LaneSetting
    package let reason: String
    package let by: Author
    /// The second person, where the change took two.
    package let approvedBy: Author?
    /// The plan's version that it came with.
    package let version: Int
    package let at: Moment

    package var selector: LaneSelector { setting.selector }
    package var state: LaneState { setting.state }
}

/// The time, and how far somebody else vouches for it.
package struct ClockReading: Hashable, Sendable {
    /// What the office's own clock says.
    package let time: UnixTime
    /// The latest time that a store's or a witness's clock, and what has passed since, supports.
    package let confirmed: UnixTime

    package init(time: UnixTime, confirmed: UnixTime) {
        self.time = time
        self.confirmed = confirmed
    }

    /// A reading of a clock that nobody checks: an office without vault and witness.
    package init(unchecked time: UnixTime) {
        self.init(time: time, confirmed: time)
    }

    /// The month whose epoch an entry of now belongs to.
    ///
    /// A clock that jumps ahead of what is confirmed opens no epoch, and one that falls back
    /// reopens none: both leave the office working in the newest epoch that it has.
    package func month(newest: CalendarMonth?) -> CalendarMonth {
        let supported = CalendarMonth(containing: min(time, confirmed))
        return max(supported, newest ?? supported)
    }
}

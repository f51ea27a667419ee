package import Mail

/// The time, as a parameter: tests and rehearsals hand in their own.
package struct OfficeClock: Sendable {
    package let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) {
        self.now = now
    }
}

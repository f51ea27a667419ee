/// How long locks last, and when they are moved (design.md §5, `FORMAT.md`).
package enum RetentionTerm {
    /// Write-ahead segments; the owner's own rule then lets them go.
    package static let segmentDays = 14
    /// All else.
    ///
    /// Attackers dwell for days to months; a year leaves time to notice and to act.
    package static let historyDays = 365
    /// A lock is moved once less than this is left of it.
    package static let renewalDays = 270
    /// Segments that no full bundle covers yet: moved once less than this is left.
    package static let segmentRenewalDays = 7
    /// Less than this on any object is an alarm.
    package static let alarmDays = 90
}

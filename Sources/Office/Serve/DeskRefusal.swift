package import Mail

/// Why an office at work did not do what was asked, in the order in which it is looked at.
package enum DeskRefusal: Error, Hashable, Sendable {
    /// The office is closing; nothing was recorded.
    case closing
    /// More waits than the office takes on; nothing was recorded.
    case busy
    /// Fewer vaults than promised have what was recorded; asking again finds it.
    case vaultUnavailable(wanted: Int, found: Int)
    /// What is asked for lies in history that a restore is still fetching.
    case notYetBack(HistoryGap)
    case notPermitted(Permission)
    /// Another account's items are not there.
    case itemUnknown
    case draftUnknown
    case draftExpired(at: Moment)
    case draftBound(ItemID)
    /// The same `Idempotency-Key` came with another body before.
    case requestReused
    /// The item was changed since it was looked at.
    case versionStale(expected: UInt64, found: UInt64)
    case moveIllegal(from: ItemState, to: ItemState)
    /// The amendment would need a number of another series.
    case numberWouldChange(from: String, to: String)
    /// The lodgement names an account that is not the caller's.
    case customerNotYours(String)
    /// The amendment was checked and is refused.
    case findings([Finding])
}

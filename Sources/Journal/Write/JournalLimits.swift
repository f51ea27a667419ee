/// How much the writer holds and how often it publishes; constants of a run.
package struct JournalLimits: Hashable, Sendable {
    /// What may wait before a submission is refused with `queueFull`.
    package var queuedEntries = 32_768
    package var queuedBytes = 64 << 20
    /// The most that one `fdatasync` covers, and so the largest submission.
    package var segmentBytes = 8 << 20
    package var segmentEntries = 16_384
    /// A write-ahead file is complete at this length.
    package var walBytes = 64 << 20
    /// How long a segment waits for callers who were answered a moment ago.
    package var gatherMicroseconds = 500
    /// Write-ahead files that may wait for integration before the writer waits too.
    package var backlogBytes = 512 << 20
    /// Zeros that are written ahead of the first segment; twice as much each time after.
    package var walStep = 1 << 20
    /// The most that is turned into tiles at a time.
    package var roundBytes = 8 << 20
    package var roundEntries = 16_384
    /// Tiles and the public checkpoint follow the entries after this long at the latest.
    package var publishMilliseconds = 400

    package init() {}
}

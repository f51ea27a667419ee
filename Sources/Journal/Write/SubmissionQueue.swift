/// Entries that one caller wants appended: all of them, in this order, or none.
package struct Submission<Ticket: Sendable>: Sendable {
    package let entries: [[UInt8]]
    /// The entries' leaf hashes, made by the caller, so that both cores hash.
    let leaves: [Digest]
    /// What they take in a segment.
    let bytes: Int
    /// To whom the answer goes.
    package let ticket: Ticket

    package init(
        _ entries: [[UInt8]],
        ticket: Ticket,
        limits: JournalLimits
    ) throws(JournalRefusal) {
        let bytes = try Submission.bytes(of: entries, limits: limits)
        self.entries = entries
        self.ticket = ticket
        self.bytes = bytes
        leaves = entries.map { TreeHash.leaf($0) }
    }

    private static func bytes(
        of entries: [[UInt8]],
        limits: JournalLimits
    ) throws(JournalRefusal) -> Int {
        guard !entries.isEmpty else { throw .empty }
        var bytes = 0
        for entry in entries {
            guard entry.count <= Segment.maximumEntry else {
                throw .entryTooLarge(bytes: entry.count)
            }
            bytes += entry.count + 2
        }
        guard bytes <= limits.segmentBytes, entries.count <= limits.segmentEntries else {
            throw .submissionTooLarge(bytes: bytes)
        }
        return bytes
    }
}

/// What waits for the next segment: bounded, first come first served.
package struct SubmissionQueue<Ticket: Sendable>: Sendable {
    private var waiting: [Submission<Ticket>] = []
    private var entries = 0
    private var bytes = 0
    private let limits: JournalLimits

    package init(limits: JournalLimits) {
        self.limits = limits
    }

    package var isEmpty: Bool { waiting.isEmpty }
    package var count: Int { waiting.count }

    /// - Throws: `queueFull`; then nothing was taken.
    package mutating func add(_ submission: Submission<Ticket>) throws(JournalRefusal) {
        // What alone fits a segment is taken when nothing waits, however large it is.
        let fits =
            entries + submission.entries.count <= limits.queuedEntries
            && bytes + submission.bytes <= limits.queuedBytes
        guard fits || waiting.isEmpty else { throw .queueFull }
        waiting.append(submission)
        entries += submission.entries.count
        bytes += submission.bytes
    }

    /// What goes into one segment: as much as waits and fits, whole submissions in order.
    package mutating func takeSegment() -> [Submission<Ticket>] {
        var end = 0
        var count = 0
        var taken = 0
        while end < waiting.count {
            let next = waiting[end]
            guard count + next.entries.count <= limits.segmentEntries,
                taken + next.bytes <= limits.segmentBytes
            else { break }
            count += next.entries.count
            taken += next.bytes
            end += 1
        }
        entries -= count
        bytes -= taken
        if end == waiting.count {
            let all = waiting
            waiting = []
            return all
        }
        let batch = Array(waiting[..<end])
        waiting.removeFirst(end)
        return batch
    }
}

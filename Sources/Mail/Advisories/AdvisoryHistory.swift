/// An advisory with everything that was said under its name.
package struct AdvisoryHistory: Hashable, Sendable {
    package let latest: Advisory
    /// The versions before, the newest first.
    package let earlier: [Advisory]
    package let ended: AdvisoryEnded?

    package init(latest: Advisory, earlier: [Advisory] = [], ended: AdvisoryEnded? = nil) {
        self.latest = latest
        self.earlier = earlier
        self.ended = ended
    }

    package var name: AdvisoryName { latest.name }
    package var content: AdvisoryContent { latest.content }

    /// The number of the last thing that was said: an update, or that it is over.
    package var version: Int { ended?.version ?? latest.version }

    package var published: Moment { earlier.last?.at ?? latest.at }

    package var lastUpdate: Moment { ended?.at ?? latest.at }

    /// When something new is promised: an update, or else the end; nothing once it is over.
    package var promised: Moment? {
        ended == nil ? content.nextUpdate ?? content.until : nil
    }

    /// Whether somebody was promised more than they have been told.
    package func isOverdue(at now: Moment) -> Bool { promised.map { $0 < now } ?? false }
}

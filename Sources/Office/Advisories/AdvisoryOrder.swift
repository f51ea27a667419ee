import Ledger
package import Mail

/// What somebody asks of the office's writer about advisories; the writer decides.
package enum AdvisoryOrder: Hashable, Sendable {
    /// Publishes an advisory, or a new version of it; `expecting` is the version that whoever asks has
    /// seen, 0 where it is to be new.
    case publish(AdvisoryName, AdvisoryContent, expecting: Int?, by: Author)
    /// Says that it is over.
    case end(AdvisoryName, by: Author)
}

/// What came of an order.
package enum AdvisoryAnswer: Hashable, Sendable {
    case published(version: Int)
    case ended(version: Int)
}

/// Why an order about advisories was refused, in the order in which it is looked at.
package enum AdvisoryRefusal: Error, Hashable, Sendable {
    case lanesMissing
    case timesReversed(since: Moment, until: Moment)
    /// An update is promised for a moment that is over.
    case updatePast(Moment)
    case unknown(AdvisoryName)
    /// What is over is not updated: another name tells of something new.
    case ended(AdvisoryName, at: Moment)
    /// Somebody else has updated it meanwhile.
    case versionStale(AdvisoryName, expected: Int, found: Int)
}

extension AdvisoryContent {
    /// Whether it can be published at all.
    ///
    /// - Throws: ``AdvisoryRefusal``.
    package func check(at now: Moment) throws(AdvisoryRefusal) {
        guard !lanes.isEmpty else { throw .lanesMissing }
        if let until, until <= since { throw .timesReversed(since: since, until: until) }
        if let nextUpdate, nextUpdate <= now { throw .updatePast(nextUpdate) }
    }
}

extension OfficeDesk {
    /// Does what an order says.
    ///
    /// - Throws: ``AdvisoryRefusal``, or what the journal or the ledger threw.
    package mutating func perform(
        _ order: AdvisoryOrder,
        at now: Moment
    ) async throws -> AdvisoryAnswer {
        switch order {
        case .publish(let name, let content, let expected, let by):
            try content.check(at: now)
            let history = try ledger.advisory(name)
            let version = history?.version ?? 0
            if let ended = history?.ended {
                throw AdvisoryRefusal.ended(name, at: ended.at)
            }
            if let expected, expected != version {
                throw AdvisoryRefusal.versionStale(name, expected: expected, found: version)
            }
            let advisory = Advisory(
                name: name,
                version: version + 1,
                content: content,
                by: by,
                at: now
            )
            // A crash here leaves the public told what it was; it is published again.
            try await record([.advisoryPublished(advisory)], at: now)
            return .published(version: version + 1)
        case .end(let name, let by):
            guard let history = try ledger.advisory(name) else {
                throw AdvisoryRefusal.unknown(name)
            }
            if let ended = history.ended { throw AdvisoryRefusal.ended(name, at: ended.at) }
            let ended = AdvisoryEnded(name: name, version: history.version + 1, by: by, at: now)
            try await record([.advisoryEnded(ended)], at: now)
            return .ended(version: ended.version)
        }
    }
}

extension ServedOffice {
    /// Has the writer carry out an order.
    ///
    /// - Throws: ``AdvisoryRefusal``, ``DeskRefusal``.
    package func perform(_ order: AdvisoryOrder) async throws -> AdvisoryAnswer {
        let now = clock.now()
        return try await door.perform { desk in try await desk.perform(order, at: now) }
    }
}

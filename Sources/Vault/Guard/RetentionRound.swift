package import Journal

/// What is to be done about one lock, by arithmetic alone.
package enum RetentionDecision: Hashable, Sendable {
    case leave
    case extend(to: UnixTime)

    /// Locks are moved long before they end, so that a store that is silent for months loses nothing.
    package init(_ end: UnixTime, term: LockTerm, now: UnixTime) {
        let due: Int =
            switch term {
            case .none: .min
            case .segment: RetentionTerm.segmentRenewalDays
            case .history: RetentionTerm.renewalDays
            }
        guard term != .none, end < now.adding(days: due) else {
            self = .leave
            return
        }
        self = .extend(to: now.adding(days: term.days))
    }

    /// So little is left that somebody has to know, whatever is being done about it.
    package static func isAlarm(_ end: UnixTime, term: LockTerm, now: UnixTime) -> Bool {
        term == .history && end < now.adding(days: RetentionTerm.alarmDays)
    }
}

/// One round through the locks of an incarnation: to run daily.
package struct RetentionRound: Sendable {
    package struct Report: Hashable, Sendable {
        package var looked = 0
        package var extended: [String] = []
        /// Names with little or nothing left of their lock, as they were found.
        package var alarms: [String] = []
    }

    private let store: any VaultStore
    private let layout: VaultLayout

    package init(_ store: any VaultStore, _ layout: VaultLayout) {
        self.store = store
        self.layout = layout
    }

    /// Moves what is due, by the store's own clock.
    ///
    /// `confirmed` is the latest time that a witness has signed: a store whose clock runs more than
    /// five minutes ahead of it is not believed, for an early end is how a lock is picked.
    package func run(confirmed: UnixTime? = nil) async throws(VaultFault) -> Report {
        var report = Report()
        guard let now = try await store.time() else { return report }
        if let confirmed, now.seconds - confirmed.seconds > Self.skewSeconds {
            throw VaultFault(
                .unsuitable,
                store.name,
                "expected the time \(confirmed) or a little later, found \(now) by the store's clock",
                hint: "somebody may be turning its clock forward to end locks: look at once"
            )
        }
        let bundles = await Salvage(stores: [store], layout: layout, keys: []).bundleCount()
        for (name, term) in try await names(bundles) {
            guard let end = try await store.lockEnd(of: name) else {
                report.alarms.append(name)
                continue
            }
            report.looked += 1
            if RetentionDecision.isAlarm(end, term: term, now: now) { report.alarms.append(name) }
            guard case .extend(let later) = RetentionDecision(end, term: term, now: now) else {
                continue
            }
            try await store.extendLock(of: name, to: later)
            report.extended.append(name)
        }
        return report
    }

    /// How far a store's clock may be ahead of what a witness has just signed.
    private static let skewSeconds: Int64 = 300

    /// Everything with a lock that is to last: not the hint, not segments that bundles cover.
    private func names(_ bundles: UInt64) async throws(VaultFault) -> [(String, LockTerm)] {
        var out: [(String, LockTerm)] = []
        let covered = TreeSize(bundles * TilePath.span)
        for name in try await store.names(layout.root) + store.names(VaultLayout.assets) {
            if let segment = SegmentName(path: name, in: layout) {
                if segment.size > covered { out.append((name, .segment)) }
            } else if isHistory(name) {
                out.append((name, .history))
            }
        }
        return out
    }

    private func isHistory(_ name: String) -> Bool {
        if name.hasPrefix(VaultLayout.assets) || name == layout.key || name == layout.begun {
            return true
        }
        if layout.size(ofCheckpoint: name) != nil || name.hasPrefix(layout.snapshots) {
            return true
        }
        guard name.hasPrefix(layout.root) else { return false }
        return TilePath(path: String(name.dropFirst(layout.root.count)))?.isFull ?? false
    }
}

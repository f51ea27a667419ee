package import Journal
package import Mail

/// When which copy is looked at, and what came of it: pure, so that a month is tested in a moment.
package struct WatchMachine: Hashable, Sendable {
    package enum Task: Hashable, Sendable {
        case canary(vault: String)
        case listing(vault: String)
        /// Bundles to read again, and whether everything else is read with them: the end.
        case sweep(vault: String, bundles: Range<UInt64>, isLast: Bool)
        case renewal(vault: String)
        case escrow
    }

    package var terms: WatchTerms
    package private(set) var vaults: [String: WatchMark] = [:]
    package private(set) var escrow = WatchMark.Look()

    /// The most bundles that are read in one go: the office has other work.
    private static let bundlesAtOnce: UInt64 = 64

    package init(_ terms: WatchTerms = WatchTerms()) {
        self.terms = terms
    }

    /// Vaults that the office names now; what was known of others is forgotten.
    package mutating func name(_ names: [String], at now: UnixTime) {
        vaults = vaults.filter { names.contains($0.key) }
        for name in names where vaults[name] == nil {
            vaults[name] = WatchMark()
            vaults[name]?.sweepBegan = now
        }
    }

    /// What is due, the most urgent first; `bundles` is how many full ones there are.
    package func due(at now: UnixTime, bundles: UInt64) -> [Task] {
        var tasks: [Task] = []
        for (name, mark) in vaults.sorted(by: { $0.key < $1.key }) {
            if isDue(mark[.canary], terms.canary, now) { tasks.append(.canary(vault: name)) }
        }
        for (name, mark) in vaults.sorted(by: { $0.key < $1.key }) {
            if isDue(mark[.renewal], terms.renewal, now) { tasks.append(.renewal(vault: name)) }
            if isDue(mark[.listing], terms.listing, now) { tasks.append(.listing(vault: name)) }
            if let sweep = sweep(name, mark, now, bundles) { tasks.append(sweep) }
        }
        if isDue(escrow, terms.escrow, now) { tasks.append(.escrow) }
        return tasks
    }

    private func isDue(_ look: WatchMark.Look, _ term: Int64, _ now: UnixTime) -> Bool {
        if let tried = look.tried, now >= tried, now.seconds - tried.seconds < terms.retry {
            return false
        }
        guard let done = look.done else { return true }
        // A clock that went back must not put a look off for as long as it went.
        return now < done || now.seconds - done.seconds >= term
    }

    /// As much as belongs to the time that has passed since the sweep began.
    private func sweep(
        _ name: String,
        _ mark: WatchMark,
        _ now: UnixTime,
        _ bundles: UInt64
    ) -> Task? {
        if let tried = mark[.sweep].tried, now >= tried,
            now.seconds - tried.seconds < terms.retry, mark[.sweep].alarm != nil
        {
            return nil
        }
        guard let began = mark.sweepBegan, now >= began else {
            return .sweep(vault: name, bundles: 0..<0, isLast: bundles == 0)
        }
        let passed = min(now.seconds - began.seconds, terms.sweepAim)
        let share = Double(passed) / Double(max(1, terms.sweepAim))
        let target = min(bundles, UInt64(share * Double(bundles)))
        let end = min(target, mark.swept + Self.bundlesAtOnce)
        let isLast = passed >= terms.sweepAim && end == bundles
        guard end > mark.swept || isLast else { return nil }
        return .sweep(vault: name, bundles: mark.swept..<max(end, mark.swept), isLast: isLast)
    }

    /// What a look found; `alarm` is what somebody has to know.
    package mutating func looked(
        _ kind: WatchMark.Kind,
        _ vault: String,
        alarm: String?,
        at now: UnixTime
    ) {
        vaults[vault]?[kind].tried = now
        vaults[vault]?[kind].alarm = alarm
        vaults[vault]?[kind].done = now
    }

    /// A look that could not be taken: it is taken again soon.
    package mutating func failed(
        _ kind: WatchMark.Kind,
        _ vault: String,
        _ why: String,
        at now: UnixTime
    ) {
        vaults[vault]?[kind].tried = now
        vaults[vault]?[kind].alarm = why
    }

    package mutating func canary(_ vault: String, isVault: Bool, published: UInt64) {
        vaults[vault]?.isVault = isVault
        vaults[vault]?.published = published
    }

    /// Bundles were read, with so many objects not as they must be.
    package mutating func swept(
        _ vault: String,
        _ bundles: Range<UInt64>,
        errors: Int,
        isLast: Bool,
        at now: UnixTime
    ) {
        guard var mark = vaults[vault] else { return }
        mark.sweepBegan = mark.sweepBegan ?? now
        mark.sweepErrors += errors
        mark.swept = max(mark.swept, bundles.upperBound)
        if isLast {
            mark.whole = now
            mark.wholeErrors = mark.sweepErrors
            (mark.swept, mark.sweepErrors, mark.sweepBegan) = (0, 0, now)
        }
        vaults[vault] = mark
        let wrong = mark.sweepErrors + mark.wholeErrors
        looked(
            .sweep,
            vault,
            alarm: wrong == 0
                ? nil : "\(wrong) objects are not as they were: posthorn vault verify",
            at: now
        )
    }

    package mutating func escrowTended(alarm: String?, isDone: Bool, at now: UnixTime) {
        escrow.tried = now
        escrow.alarm = alarm
        if isDone { escrow.done = now }
    }

    /// What somebody has to know, each with the copy it is about.
    package func alarms(at now: UnixTime) -> [String] {
        var all: [String] = []
        for (name, mark) in vaults.sorted(by: { $0.key < $1.key }) {
            all += mark.alarms.map { "\(name) \($0)" }
            for (kind, term) in [
                (WatchMark.Kind.canary, terms.canary), (.listing, terms.listing),
                (.renewal, terms.renewal),
            ] where mark[kind].alarm == nil && mark.overdue(kind, at: now, term) > term {
                all.append("\(name) \(kind.rawValue): not looked at for over \(2 * term) s")
            }
        }
        if let alarm = escrow.alarm { all.append("escrow: \(alarm)") }
        return all
    }
}

extension WatchMachine {
    package var json: JSONValue {
        .members([
            (
                "escrow",
                .members([
                    ("alarm", .text(escrow.alarm)),
                    ("done", escrow.done.map { .integer($0.seconds) }),
                ])
            ),
            (
                "vaults",
                .members(vaults.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
            ),
        ])
    }

    /// Goes on from what an earlier run knew; text that is none begins anew.
    package init(_ text: [UInt8], _ terms: WatchTerms) {
        self.init(terms)
        guard let json = try? JSONReader.read(text) else { return }
        if case .object(let members)? = json["vaults"] {
            for member in members { vaults[member.name] = WatchMark(member.value) }
        }
        escrow.alarm = json["escrow"]?["alarm"]?.text
        escrow.done = json["escrow"]?["done"]?.wholeNumber
            .map { UnixTime(seconds: Int64($0)) }
    }
}

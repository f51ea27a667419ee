package import Journal

/// What one incarnation left in the vaults looked at, as names and signatures tell.
package struct IncarnationSurvey: Hashable, Sendable {
    package var incarnation: Incarnation
    package var predecessor: IncarnationRecord.Predecessor?
    package var key: VerifierKey?
    /// Why nothing of it is to be trusted, if so.
    package var flaw: String?
    package var bundles: UInt64 = 0
    /// The largest tree that can be made of what is there.
    package var reach = TreeSize.zero
    /// The largest size that is signed; beyond `reach`, entries are missing.
    package var signed = TreeSize.zero
    /// Whether it has signed nothing that it did not find: whoever can write to a vault can say
    /// that an incarnation has begun.
    package var isOnlyBegun = false
    /// The largest size that the policy's quorum has cosigned, and the times by witness.
    package var cosigned: TreeSize?
    package var cosignatures: [String: UInt64] = [:]
    package var forks: [TreeSize] = []
    package var junk = 0
    package var replaced = 0

    package init(_ incarnation: Incarnation) {
        self.incarnation = incarnation
    }
}

/// What survives where: every incarnation in every vault.
package struct VaultSurvey: Sendable {
    package let stores: [any VaultStore]
    package let trust: CheckTrust
    /// The newest last, as far as their records tell.
    package private(set) var incarnations: [IncarnationSurvey] = []
    package private(set) var unreadable: [String] = []
    /// What each incarnation continues, as its record says.
    private var predecessors: [Incarnation: IncarnationRecord.Predecessor] = [:]

    @concurrent
    package static func run(_ stores: [any VaultStore], trust: CheckTrust) async -> VaultSurvey {
        var survey = VaultSurvey(stores: stores, trust: trust)
        await survey.run()
        return survey
    }

    private init(stores: [any VaultStore], trust: CheckTrust) {
        self.stores = stores
        self.trust = trust
    }

    /// The one to restore: the last in the chain of those that can be trusted and give a tree.
    package var newest: IncarnationSurvey? {
        incarnations.last { $0.flaw == nil && $0.reach > .zero && !$0.isOnlyBegun }
    }

    package subscript(_ incarnation: Incarnation) -> IncarnationSurvey? {
        incarnations.first { $0.incarnation == incarnation }
    }

    package func salvage(_ survey: IncarnationSurvey) -> Salvage {
        Salvage(
            stores: stores,
            layout: VaultLayout(survey.incarnation),
            ancestors: ancestors(of: survey.incarnation),
            keys: keys(survey.key)
        )
    }

    /// What an incarnation continues, the nearest first, each up to where its history is shared.
    private func ancestors(of incarnation: Incarnation) -> [Salvage.Ancestor] {
        var out: [Salvage.Ancestor] = []
        var seen: Set<Incarnation> = [incarnation]
        var (current, end) = (incarnation, TreeSize(.max))
        while let earlier = predecessors[current], seen.insert(earlier.incarnation).inserted {
            end = min(end, earlier.size)
            out.append(Salvage.Ancestor(layout: VaultLayout(earlier.incarnation), end: end))
            current = earlier.incarnation
        }
        return out
    }

    private func keys(_ beside: VerifierKey?) -> [VerifierKey] {
        switch trust {
        case .policy(let policy): policy.logs
        case .key(let key): [key]
        case .keyBesideLog: [beside].compactMap(\.self)
        }
    }

    private mutating func run() async {
        let names = await names()
        for name in names { predecessors[name] = await predecessor(of: name) }
        var found: [IncarnationSurvey] = []
        for name in names { found.append(await look(at: name)) }
        incarnations = VaultSurvey.ordered(found)
        unreadable = Array(Set(unreadable)).sorted()
    }

    /// The folders of incarnations, each found by one question whatever lies in it.
    private mutating func names() async -> [Incarnation] {
        var all: Set<Incarnation> = []
        for store in stores {
            var after: String?
            do throws(VaultFault) {
                while true {
                    let page = try await store.list("", after: after, limit: VaultLimits.page)
                    let next = page.names.lazy.compactMap(VaultSurvey.incarnation).first
                    if let next {
                        all.insert(next)
                        // Behind every name that starts with the folder's: "0" follows "/".
                        after = "\(next)0"
                    } else if page.isLast {
                        break
                    } else {
                        after = page.names.last
                    }
                }
            } catch { unreadable.append("\(error)") }
        }
        return all.sorted { $0.value < $1.value }
    }

    private static func incarnation(_ name: String) -> Incarnation? {
        name.firstIndex(of: "/").flatMap { Incarnation(name[..<$0]) }
    }

    private func predecessor(of incarnation: Incarnation) async -> IncarnationRecord.Predecessor? {
        let layout = VaultLayout(incarnation)
        return await Salvage(stores: stores, layout: layout, keys: []).copies(of: layout.begun)
            .compactMap { IncarnationRecord(String(decoding: $0, as: UTF8.self)) }
            .first { $0.incarnation == incarnation }?
            .predecessor
    }

    private mutating func look(at incarnation: Incarnation) async -> IncarnationSurvey {
        var survey = IncarnationSurvey(incarnation)
        let layout = VaultLayout(incarnation)
        let reading = Salvage(stores: stores, layout: layout, keys: [])
        let found = await reading.copies(of: layout.key).compactMap(VaultSurvey.key)
        survey.predecessor = predecessors[incarnation]
        survey.key = found.first { keys($0).contains($0) } ?? found.first
        guard let key = survey.key, keys(key).contains(key) else {
            survey.flaw = survey.key.map { "signed with another key: \($0)" } ?? "it has no key"
            return survey
        }
        let salvage = salvage(survey)
        let walk = await HistoryWalk(salvage)
        survey.bundles = walk.bundles
        survey.reach = walk.reach(upTo: nil)
        survey.signed = walk.largestSigned
        survey.forks = walk.tail.forks
        survey.isOnlyBegun = survey.predecessor.map { walk.tail.own < $0.size } ?? false
        if case .policy(let policy) = trust, let verdict = walk.cosigned(by: policy) {
            survey.cosigned = verdict.checkpoint.size
            survey.cosignatures = verdict.cosignatures
        }
        survey.junk = salvage.notes.junk.count
        survey.replaced = salvage.notes.replaced.count
        unreadable += salvage.notes.unreadable
        return survey
    }

    private static func key(_ bytes: [UInt8]) -> VerifierKey? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasSuffix("\n") else { return nil }
        return try? VerifierKey(text.dropLast())
    }

    /// Each behind the one that it continues.
    private static func ordered(_ all: [IncarnationSurvey]) -> [IncarnationSurvey] {
        var rest = all
        var out: [IncarnationSurvey] = []
        while !rest.isEmpty {
            let names = Set(rest.map(\.incarnation))
            let index =
                rest.firstIndex { $0.predecessor.map { !names.contains($0.incarnation) } ?? true }
                ?? 0
            out.append(rest.remove(at: index))
        }
        return out
    }
}

extension HistoryWalk {
    /// The largest size that any checkpoint found signs.
    package var largestSigned: TreeSize {
        (tail.anchors.map(\.checkpoint.size) + tail.pieces.map(\.size)).max() ?? .zero
    }

    /// The largest checkpoint that a policy's quorum has cosigned.
    package func cosigned(by policy: TlogPolicy) -> TlogPolicy.Verdict? {
        tail.anchors.lazy.compactMap { try? policy.judge($0.note) }
            .first { $0.isQuorum && (policy.quorum == nil || !$0.cosignatures.isEmpty) }
    }
}

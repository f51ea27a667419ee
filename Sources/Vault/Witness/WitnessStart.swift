package import Journal

/// Whether an office may start, by what its witnesses say (design.md §5); pure.
package enum WitnessStart: Hashable, Sendable {
    /// No witness is configured: nobody outside would notice a rollback.
    case unwatched
    /// A quorum has cosigned what we have; those who did not are named.
    case witnessed(dissent: [String])
    /// Start, marked so: numbers above the reserved mark only, and an alarm. `claims` are those
    /// who say that they have seen more, or other.
    case unwitnessed(missing: [String], claims: [String])
    /// A larger tree exists: do not start, fetch what is missing.
    case behind(seen: TreeSize, by: [String])
    /// Another tree exists: do not start, keep both.
    case forked(by: [String])

    /// Decides.
    ///
    /// `proven` is the largest checkpoint, signed by this log, that was found anywhere: a vault, a
    /// monitor, a partner. It counts whoever shows it. A witness's bare word counts as part of a
    /// quorum only: one that lies must not be able to keep an office from starting.
    package static func decide(
        ours: Checkpoint,
        verdicts: [String: WitnessVerdict],
        policy: TlogPolicy?,
        proven: Checkpoint? = nil
    ) -> WitnessStart {
        if let proven, proven.size > ours.size {
            return .behind(seen: proven.size, by: ["a signed checkpoint"])
        }
        if let proven, proven.size == ours.size, proven.root != ours.root {
            return .forked(by: ["a signed checkpoint"])
        }
        guard let policy, policy.quorum != nil else { return .unwatched }
        var cosigned: Set<String> = []
        var ahead: [String: TreeSize] = [:]
        var forked: Set<String> = []
        for (name, verdict) in verdicts {
            switch verdict {
            case .cosigned: cosigned.insert(name)
            case .ahead(let size): ahead[name] = size
            case .forked: forked.insert(name)
            case .refused, .unreachable: break
            }
        }
        let claims = forked.union(ahead.keys)
        if policy.isQuorum(cosigned) { return .witnessed(dissent: claims.sorted()) }
        // They answered in sufficient number, and do not agree that ours is the newest.
        if policy.isQuorum(cosigned.union(claims)) {
            if let seen = ahead.values.max() {
                return .behind(seen: seen, by: ahead.keys.sorted())
            }
            return .forked(by: forked.sorted())
        }
        let missing = Set(policy.witnesses.keys).subtracting(cosigned).subtracting(claims)
        return .unwitnessed(missing: missing.sorted(), claims: claims.sorted())
    }

    package var mayStart: Bool {
        switch self {
        case .unwatched, .witnessed, .unwitnessed: true
        case .behind, .forked: false
        }
    }

    /// Whether numbers are drawn above the reserved mark only.
    package var skipsAboveMark: Bool {
        switch self {
        case .witnessed: false
        case .unwatched, .unwitnessed, .behind, .forked: true
        }
    }

    /// What it says to people.
    package var text: String {
        switch self {
        case .unwatched: "no witness is configured: nobody outside would notice a rollback"
        case .witnessed(let dissent):
            dissent.isEmpty
                ? "a quorum of witnesses has cosigned this journal"
                : "a quorum has cosigned this journal; \(list(dissent)) saw more, or other"
        case .unwitnessed(let missing, let claims):
            "unwitnessed: no word from \(list(missing))"
                + (claims.isEmpty ? "" : "; \(list(claims)) saw more, or other")
        case .behind(let seen, let by): "\(list(by)): size \(seen) was signed, and we have less"
        case .forked(let by): "\(list(by)): another tree was signed under this journal's name"
        }
    }

    package var hint: String? {
        switch self {
        case .unwatched: "name witnesses in office.yaml: `witnesses: { policy: FILE }`"
        case .witnessed(let dissent):
            dissent.isEmpty ? nil : "look at journal/witness/evidence, and ask that witness"
        case .unwitnessed: "see that the witnesses can be reached; the office works meanwhile"
        case .behind: "run `posthorn-rescue survey`, then restore the newer copy from a vault"
        case .forked: "keep this copy; compare it with a vault, and suspect the signing key"
        }
    }

    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

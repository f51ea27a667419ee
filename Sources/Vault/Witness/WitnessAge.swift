package import Journal

/// How fresh the witnesses' word is: what keeps an old tree from being shown as the newest.
package enum WitnessAge: Hashable, Sendable {
    /// The policy asks for no witness.
    case notAsked
    /// A quorum has vouched, at the latest at this time.
    case fresh(size: TreeSize, since: UnixTime)
    /// A quorum has vouched, and too long ago: an alarm.
    case stale(size: TreeSize, since: UnixTime)
    /// Witnesses' clocks are ahead of ours by more than a few minutes: an alarm.
    case clockBehind(seconds: Int64)
    /// No quorum has ever vouched for what is at hand: an alarm.
    case never

    /// The most that our clock and a witness's may differ; as for vaults.
    package static let skewSeconds: Int64 = 300

    /// What a checkpoint with its cosignatures says at a time.
    package static func judge(
        _ note: SignedNote?,
        policy: TlogPolicy,
        now: UnixTime,
        maxAge: Int
    ) -> WitnessAge {
        guard policy.quorum != nil else { return .notAsked }
        guard let note, let verdict = try? policy.judge(note), verdict.isQuorum else {
            return .never
        }
        let times = verdict.cosignatures.mapValues { Int64(clamping: $0) }
        // The latest time at which those who had signed by then, or later, are a quorum.
        let since = Set(times.values).sorted(by: >)
            .first { time in policy.isQuorum(Set(times.filter { $0.value >= time }.keys)) }
        guard let since else { return .never }
        let ahead = since - now.seconds
        guard ahead <= skewSeconds else { return .clockBehind(seconds: ahead) }
        let time = UnixTime(seconds: since)
        return now.seconds - since <= Int64(maxAge)
            ? .fresh(size: verdict.checkpoint.size, since: time)
            : .stale(size: verdict.checkpoint.size, since: time)
    }

    package var isAlarm: Bool {
        switch self {
        case .notAsked, .fresh: false
        case .stale, .clockBehind, .never: true
        }
    }

    /// What it says to people.
    package var text: String {
        switch self {
        case .notAsked: "no witness is asked for"
        case .fresh(let size, let since): "witnessed up to size \(size), at \(since)"
        case .stale(let size, let since):
            "last witnessed at size \(size), at \(since): too long ago"
        case .clockBehind(let seconds): "witnesses' clocks are \(seconds) s ahead of this machine's"
        case .never: "no quorum of witnesses has vouched for this journal"
        }
    }
}

/// When to ask the witnesses again.
package enum WitnessSchedule {
    /// At most once a minute, however fast the journal grows.
    package static let seconds: Int64 = 60

    /// Whether a round is due: the journal has grown, or the witnesses' word grows old.
    ///
    /// An unchanged checkpoint is brought again only when half its age is used up: witnesses are
    /// other people's machines.
    package static func isDue(
        now: UnixTime,
        lastAsked: UnixTime?,
        size: TreeSize,
        age: WitnessAge,
        maxAge: Int
    ) -> Bool {
        if let lastAsked, now.seconds - lastAsked.seconds < seconds, now >= lastAsked {
            return false
        }
        return switch age {
        case .notAsked: false
        case .fresh(let seen, let since):
            size > seen || now.seconds - since.seconds > Int64(maxAge / 2)
        case .stale, .clockBehind, .never: true
        }
    }
}

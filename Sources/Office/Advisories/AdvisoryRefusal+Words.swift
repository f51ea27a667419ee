import Mail

extension OrderRefusal {
    package init(_ refusal: AdvisoryRefusal) {
        switch refusal {
        case .lanesMissing:
            self.init(.malformed, "expected lanes, found none", hint: "name them, or say any")
        case .timesReversed(let since, let until):
            self.init(
                .malformed,
                "expected an end behind \(since.text), found \(until.text)",
                hint: "see since and until"
            )
        case .updatePast(let moment):
            self.init(
                .malformed,
                "expected a next update that is to come, found \(moment.text)",
                hint: "promise one that can be kept: see next-update"
            )
        case .unknown(let name):
            self.init(.unknown, "no advisory '\(name.text)'", hint: "posthorn advisory list")
        case .ended(let name, let moment):
            self.init(
                .refused,
                "\(name.text) is over since \(moment.text)",
                hint: "publish what is new under another name"
            )
        case .versionStale(let name, let expected, let found):
            self.init(
                .refused,
                "\(name.text): expected version \(expected), found version \(found)",
                hint: "look at what it says now, and update that"
            )
        }
    }
}

extension AdvisoryRefusal {
    /// The refusal as programs tell it apart; frozen names.
    package var name: String {
        switch self {
        case .lanesMissing: "lanes_missing"
        case .timesReversed: "times_reversed"
        case .updatePast: "update_past"
        case .unknown: "advisory_unknown"
        case .ended: "advisory_ended"
        case .versionStale: "version_stale"
        }
    }
}

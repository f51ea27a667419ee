import Mail

extension OrderRefusal {
    package init(_ refusal: LaneRefusal) {
        switch refusal {
        case .nothingAsked:
            self.init(.malformed, "expected a change, found none", hint: "name a lane and a state")
        case .reasonMissing:
            self.init(
                .malformed,
                "expected a reason, found none",
                hint: "--reason is recorded, and told to those who are refused"
            )
        case .ruleUnknown(let rule):
            self.init(.unknown, "no rule \(rule) in the plan", hint: "posthorn lane list")
        case .timesReversed(let from, let to):
            self.init(.malformed, "expected an end behind \(from), found \(to)", hint: "see --to")
        case .timePast(let to):
            self.init(.malformed, "expected an end that is to come, found \(to)", hint: "see --to")
        case .nameTaken(let name):
            self.init(
                .refused,
                "\(name) is a ready-made plan",
                hint: "save the plan under a name of its own"
            )
        case .rateMissing(let rate):
            self.init(
                .malformed,
                "expected at least one item an hour, found \(rate)",
                hint: "--per-hour 2000"
            )
        case .approvalMissing:
            self.init(
                .needsApproval,
                "letting go what waits on closed lanes takes a second person",
                hint: "--approved-by NAME"
            )
        case .releaseUnknown(let id):
            self.init(
                .unknown,
                "no release plan \(id) that is active",
                hint: "posthorn lane release list"
            )
        case .planUnknown(let name):
            self.init(.unknown, "no plan '\(name)'", hint: "posthorn lane plan list")
        case .capMissing:
            self.init(.malformed, "capped at how many a day?", hint: "--per-day N")
        case .foundUnknown(let number):
            self.init(
                .unknown,
                "no item \(number.text) was found",
                hint: "posthorn lane intake list"
            )
        case .proposalUnknown, .proposalDone, .proposalCancelled, .proposalExpired, .proposalStale,
            .planStale, .samePerson:
            self.init(ofApproval: refusal)
        }
    }

    /// What is said of proposals, and of who and what they were weighed by.
    private init(ofApproval refusal: LaneRefusal) {
        switch refusal {
        case .proposalUnknown(let id):
            self.init(.unknown, "no proposal \(id)", hint: "posthorn lane history")
        case .proposalDone(let id):
            self.init(.refused, "\(id) was approved before", hint: "posthorn lane history")
        case .proposalCancelled(let id):
            self.init(.refused, "\(id) was cancelled before", hint: "propose the change again")
        case .proposalExpired(let id, let moment):
            self.init(
                .refused,
                "\(id) waited for a second person until \(moment.text)",
                hint: "propose the change again"
            )
        case .proposalStale(let id, let expected, let found):
            self.init(
                .refused,
                "\(id) was weighed against plan \(expected), found plan \(found)",
                hint: "propose the change again, so that it is seen what it does now"
            )
        case .planStale(let expected, let found):
            self.init(
                .refused,
                "expected plan \(expected), found plan \(found)",
                hint: "look at the plan again, and at what the change does to it now"
            )
        case .samePerson(let name):
            self.init(
                .refused,
                "\(name) approves what \(name) proposed",
                hint: "it takes another person: --as OTHER"
            )
        default: preconditionFailure("\(refusal) is not about a proposal")
        }
    }
}

extension LaneRefusal {
    /// The refusal as programs tell it apart; frozen names.
    package var name: String {
        switch self {
        case .nothingAsked: "nothing_asked"
        case .reasonMissing: "reason_missing"
        case .ruleUnknown: "rule_unknown"
        case .timesReversed: "times_reversed"
        case .timePast: "time_past"
        case .nameTaken: "name_taken"
        case .proposalUnknown: "proposal_unknown"
        case .proposalDone: "proposal_done"
        case .proposalCancelled: "proposal_cancelled"
        case .proposalExpired: "proposal_expired"
        case .proposalStale: "proposal_stale"
        case .samePerson: "same_person"
        case .rateMissing: "rate_missing"
        case .approvalMissing: "approval_missing"
        case .releaseUnknown: "release_unknown"
        case .planUnknown: "plan_unknown"
        case .capMissing: "cap_missing"
        case .planStale: "plan_stale"
        case .foundUnknown: "found_unknown"
        }
    }
}

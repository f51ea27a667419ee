import Hummingbird
import Ledger
import Mail
import Office

/// A change that waits for a second person: what it is, what it does now, yes or no.
struct LaneProposalPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.laneProposal.route) { request, context in
            let visit = Visit(site, request, context)
            let caller = try await visit.lanes(.laneRead)
            return try show(visit, caller, FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.laneApprove.route) { request, context in
            let visit = Visit(site, request, context)
            let caller = try await visit.lanes(.laneApprove, object: try id(visit))
            _ = try await visit.form()
            return try await carryOut(.approve(try id(visit), by: caller.author), visit, caller)
        }
        router.post(SiteMap.laneCancel.route) { request, context in
            let visit = Visit(site, request, context)
            let caller = try await visit.lanes(.laneChange, object: try id(visit))
            let reason = try await visit.form()["reason"]
            let order = LaneOrder.cancel(try id(visit), reason: reason, by: caller.author)
            return try await carryOut(order, visit, caller)
        }
    }

    private func id(_ visit: Visit) throws -> String {
        try visit.context.parameters.require("proposal")
    }

    private func carryOut(
        _ order: LaneOrder,
        _ visit: Visit,
        _ caller: Caller
    ) async throws -> Response {
        do {
            if case .changed(let version) = try await visit.office.perform(order) {
                return visit.redirect(
                    to: SiteMap.lanes.path(query: [("changed", String(version))])
                )
            }
            return visit.redirect(to: SiteMap.lanes.path(query: [("cancelled", try id(visit))]))
        } catch let refusal as LaneRefusal {
            var notes = FindingNotes([], fields: [], visit.words)
            if case .reasonMissing = refusal {
                notes.say(visit.words("ask_missing"), at: "reason")
            } else {
                let detail = OrderRefusal(refusal).detail
                notes.say(visit.words("lane_refused", ["reason": detail]))
            }
            return try show(visit, caller, notes)
        }
    }

    private func show(_ visit: Visit, _ caller: Caller, _ notes: FindingNotes) throws -> Response {
        let (words, office, now) = (visit.words, visit.office, visit.now)
        guard let (proposal, fate) = try office.ledger.laneProposal(try id(visit)) else {
            throw WebRefusal.notFound
        }
        let isWaiting = fate == .waiting && now < proposal.expiresAt
        let calendar = office.calendar
        var values: [String: Any] = [
            "back": SiteMap.lanes.path(), "reason": proposal.request.reason,
            "by": words(
                "lane_proposal_by",
                ["by": AuthorText.of(proposal.by, visit), "time": calendar.text(proposal.at)]
            ),
            "settings": LaneSheet(words, calendar).lines(proposal.request),
            "canApprove": isWaiting && visit.may(.laneApprove) && caller.author != proposal.by,
            "isOwn": isWaiting && caller.author == proposal.by,
            "canCancel": isWaiting && visit.may(.laneChange),
            "approve": SiteMap.laneApprove.path(proposal.id),
            "cancel": SiteMap.laneCancel.path(proposal.id),
            "fields": FormSheet(words, FormValues(), said: notes.said)
                .fields([FieldPlan("reason", words("lane_f_reason"), autocomplete: "off")]),
        ]
        if isWaiting {
            values["until"] = words(
                "lanes_until",
                ["time": calendar.text(proposal.expiresAt)]
            )
            // A rule that it drops may be gone by now; then there is nothing to weigh.
            if let weighing = try? LaneWeighing(
                proposal.request,
                office.ledger,
                by: proposal.by,
                at: now
            ) {
                values["weighing"] = WeighedChange(weighing, words)
            }
        } else {
            let word = fate == .waiting ? "expired" : "\(fate)"
            values["fate"] = words("lane_fate_\(word)")
        }
        return try visit.answer(
            Page(
                template: "lane-proposal",
                title: words("lane_proposal_title", ["proposal": proposal.id]),
                values: values,
                status: notes.errors.isEmpty ? .ok : .conflict,
                section: .lanes,
                errors: notes.errors
            )
        )
    }
}

/// Rules before they are ones, a line each.
struct LaneSheet {
    private let words: WordList
    private let calendar: OfficeCalendar

    init(_ words: WordList, _ calendar: OfficeCalendar) {
        self.words = words
        self.calendar = calendar
    }

    func line(_ setting: LaneSetting) -> String {
        let from = setting.from.map { words("lane_f_from") + " " + calendar.text($0) }
        let to = setting.to.map { words("lanes_until", ["time": calendar.text($0)]) }
        let state = [words("lane_\(setting.state.name.rawValue)"), figures(setting.state)]
            .filter { !$0.isEmpty }.joined(separator: " ")
        let time = [from, to].compactMap(\.self).joined(separator: ", ")
        return LaneWords(words).lanes(setting.selector) + ": " + state
            + (time.isEmpty ? "" : " (\(time))")
    }

    private func figures(_ state: LaneState) -> String {
        switch state {
        case .open, .closed, .held(limit: nil): return ""
        case .held(let limit?): return "≤ \(limit)"
        case .diverted(let partner): return partner
        case .capped(let cap):
            let parts = [
                cap.perHour.map { "\(words("lane_f_perHour")) \($0)" },
                cap.perDay.map { "\(words("lane_f_perDay")) \($0)" }, cap.share.map { "\($0) %" },
                words("lane_over_\(cap.over.rawValue)"),
            ]
            return "– " + parts.compactMap(\.self).joined(separator: ", ")
        }
    }

    func lines(_ request: LaneRequest) -> [String] {
        (request.clears ? [words("lane_proposal_clears")] : [])
            + request.drops.map { words("lane_proposal_drops", ["rule": String($0)]) }
            + request.settings.map(line)
    }

    func lines(_ change: LanePlanChange) -> [String] {
        change.dropped.map { words("lane_proposal_drops", ["rule": String($0)]) }
            + change.added.map(line)
    }
}

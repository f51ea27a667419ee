import Hummingbird
import Ledger
import Mail
import Office

/// Changing lanes from the board: what it does is shown before it is done, by the plan as it is then.
struct LaneChangePage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.laneChange.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.lanes(.laneChange)
            var values = FormValues()
            values.set("settings.0.lane", visit.query("lane") ?? "")
            values.set("settings.0.state", LaneState.Name.held.rawValue)
            if let plan = visit.query("plan") { values.set("plan", plan) }
            let form = LaneForm(words: visit.words, values: values)
            return try show(visit, form, FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.laneChange.route) { request, context in
            try await take(Visit(site, request, context))
        }
    }

    private func take(_ visit: Visit) async throws -> Response {
        let caller = try await visit.lanes(.laneChange)
        let form = LaneForm(words: visit.words, values: try await visit.form())
        var notes = FindingNotes([], fields: [], visit.words)
        do {
            let office = visit.office
            let request = try LaneBody.request(form.json, office.calendar, office.ledger)
            let weighing = try LaneWeighing(
                request,
                office.ledger,
                by: caller.author,
                at: visit.now
            )
            // Only what was seen is done: another plan, or another change, is looked at first.
            guard form.values["do"] == "change", form.values["seen"] == seen(weighing, form) else {
                return try show(visit, form, notes, weighing)
            }
            let answer = try await office.perform(
                .change(request, by: caller.author),
                expecting: weighing.version
            )
            switch answer {
            case .proposed(let proposal):
                return visit.redirect(
                    to: SiteMap.lanes.path(query: [("proposed", proposal.id)])
                )
            case .changed(let version):
                return visit.redirect(
                    to: SiteMap.lanes.path(query: [("changed", String(version))])
                )
            default: preconditionFailure("a change is made or proposed")
            }
        } catch APIRefusal.fields(let findings) {
            notes = FindingNotes(findings, fields: form.names, visit.words)
        } catch let refusal as LaneRefusal {
            let detail = OrderRefusal(refusal).detail
            notes.say(visit.words("lane_refused", ["reason": detail]))
        }
        return try show(visit, form, notes)
    }

    /// The plan and the change that were looked at together.
    private func seen(_ weighing: LaneWeighing, _ form: LaneForm) -> String {
        "\(weighing.version) " + JSONText.write(form.json)
    }

    private func show(
        _ visit: Visit,
        _ form: LaneForm,
        _ notes: FindingNotes,
        _ weighing: LaneWeighing? = nil
    ) throws -> Response {
        let words = visit.words
        let sheet = FormSheet(words, form.values, said: notes.said)
        let more = form.more
        var values: [String: Any] = [
            "back": form.plan == nil ? SiteMap.lanes.path() : SiteMap.lanePlans.path(),
            "fields": sheet.fields(form.fields), "more": sheet.fields(more),
            "hasMore": !more.isEmpty,
            "isMoreOpen": more.contains {
                form.values.text($0.name) != nil || notes.said[$0.name] != nil
            },
            "notes": notes.notes, "hasWeighing": weighing != nil,
        ]
        if let plan = form.plan { values["plan"] = plan }
        if let weighing {
            values["seen"] = seen(weighing, form)
            values["weighing"] = WeighedChange(weighing, words)
        }
        return try visit.answer(
            Page(
                template: "lane-change",
                title: form.plan.map { words("lane_apply_title", ["plan": $0]) }
                    ?? words("lane_change_title"),
                values: values,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .lanes,
                errors: notes.errors
            )
        )
    }
}

/// What a change does, as pages show it.
struct WeighedChange {
    let live: [String]
    let lastDay: [String]
    let dangers: [String]
    let isDangerous: Bool
    let isQuietLive: Bool
    let isQuietDay: Bool

    init(_ weighing: LaneWeighing, _ words: WordList) {
        self.init(weighing.impact, weighing.dangers, words)
    }

    init(_ impact: LaneImpact, _ dangers: [LaneDanger], _ words: WordList) {
        func lines(_ rows: [LaneImpact.Row]) -> [String] {
            rows.map { row in
                words(
                    "lane_weighed_row",
                    [
                        "items": LaneWords.number(row.items),
                        "customers": LaneWords.number(row.customers),
                        "before": words("lane_\(row.before.rawValue)"),
                        "after": words("lane_\(row.after.rawValue)"),
                    ]
                )
            }
        }
        live = lines(impact.live)
        lastDay = lines(impact.lastDay)
        self.dangers = dangers.map { words("lane_danger_\($0.rawValue)") }
        isDangerous = !dangers.isEmpty
        isQuietLive = live.isEmpty
        isQuietDay = lastDay.isEmpty
    }
}

import Hummingbird
import Ledger
import Mail
import Office

/// What is let go: every release plan, how far it is; a new one is made, one at work is stopped.
struct LaneReleasesPage {
    private static let most = 1_000_000_000

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.laneReleases.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.lanes(.laneRead)
            return try show(visit, FormValues(), FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.laneReleases.route) { request, context in
            try await plan(Visit(site, request, context))
        }
        router.get(SiteMap.laneRelease.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.lanes(.laneRead)
            return try showOne(visit, FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.laneRelease.route) { request, context in
            try await stop(Visit(site, request, context))
        }
    }

    private func plan(_ visit: Visit) async throws -> Response {
        let caller = try await visit.lanes(.laneChange)
        let values = try await visit.form()
        let words = visit.words
        var notes = FindingNotes([], fields: [], words)
        let selector = values.text("lane").flatMap { try? LaneSelector($0) }
        if selector == nil { notes.say(words("lane_f_lane_hint"), at: "lane") }
        let perHour = values.text("perHour").flatMap(Int.init)
            .flatMap { (1...Self.most).contains($0) ? $0 : nil }
        if perHour == nil { notes.say(words("lane_release_rate"), at: "perHour") }
        if values.text("reason") == nil { notes.say(words("ask_missing"), at: "reason") }
        guard let selector, let perHour, let reason = values.text("reason") else {
            return try show(visit, values, notes)
        }
        let order = ReleaseOrder(selector, perHour: perHour, reason: reason)
        guard
            case .planned(let id, _) = try await visit.office.perform(
                .planRelease(order, by: caller.author)
            )
        else { preconditionFailure("a release is planned") }
        return visit.redirect(to: SiteMap.laneRelease.path(id))
    }

    private func stop(_ visit: Visit) async throws -> Response {
        let id = try visit.context.parameters.require("release")
        let caller = try await visit.lanes(.laneChange, object: id)
        var notes = FindingNotes([], fields: [], visit.words)
        guard let reason = try await visit.form().text("reason") else {
            notes.say(visit.words("ask_missing"), at: "reason")
            return try showOne(visit, notes)
        }
        do {
            _ = try await visit.office.perform(.stopRelease(id, reason: reason, by: caller.author))
            return visit.redirect(to: SiteMap.laneReleases.path())
        } catch let refusal as LaneRefusal {
            let detail = OrderRefusal(refusal).detail
            notes.say(visit.words("lane_refused", ["reason": detail]))
            return try showOne(visit, notes)
        }
    }

    private struct Row {
        let id: String
        let href: String
        let lanes: String
        let state: String
        let text: String
        let percent: String
        let note: String
    }

    private func rows(_ visit: Visit) throws -> [(release: ReleaseList.Row, shown: Row)] {
        let (office, words, lanes) = (visit.office, visit.words, LaneWords(visit.words))
        let now = try LaneJudge.moment(visit.now, office.ledger)
        return try ReleaseList(office.ledger, office.calendar, at: now).rows
            .map { row in
                let figures = [
                    "released": LaneWords.number(row.released),
                    "planned": LaneWords.number(row.planned),
                    "hour": LaneWords.number(row.releasedThisHour),
                    "perHour": LaneWords.number(row.plan.perHour),
                ]
                let who = words(
                    "lane_proposal_by",
                    [
                        "by": AuthorText.of(row.plan.by, visit),
                        "time": office.calendar.text(row.plan.at),
                    ]
                )
                return (
                    row,
                    Row(
                        id: row.plan.id,
                        href: SiteMap.laneRelease.path(row.plan.id),
                        lanes: lanes.lanes(row.plan.selector),
                        state: words("lane_release_\(row.state.rawValue)"),
                        text: words("lanes_release", figures),
                        percent: String(row.released * 100 / max(1, row.planned)),
                        note: row.plan.reason + " – " + who
                    )
                )
            }
    }

    private func show(
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws -> Response {
        let words = visit.words
        func plan(
            _ name: String,
            _ word: String,
            _ kind: FieldPlan.Kind,
            _ width: String
        )
            -> FieldPlan
        {
            FieldPlan(
                name,
                words(word),
                kind,
                width: width,
                hint: name == "lane" ? words("lane_f_lane_hint") : nil,
                autocomplete: "off"
            )
        }
        let plans = [
            plan("lane", "lane_f_lane", .code, "c8"),
            plan("perHour", "lane_f_letgo", .number, "c4"),
            plan("reason", "lane_f_reason", .text, "c12"),
        ]
        let rows = try rows(visit).reversed().map(\.shown)
        return try visit.answer(
            Page(
                template: "lane-releases",
                title: words("lane_releases_title"),
                values: [
                    "back": SiteMap.lanes.path(), "rows": Array(rows), "hasRows": !rows.isEmpty,
                    "canChange": visit.may(.laneChange),
                    "fields": FormSheet(words, values, said: notes.said).fields(plans),
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .lanes,
                errors: notes.errors
            )
        )
    }

    private func showOne(_ visit: Visit, _ notes: FindingNotes) throws -> Response {
        let id = try visit.context.parameters.require("release")
        guard let (release, row) = try rows(visit).first(where: { $0.shown.id == id }) else {
            throw WebRefusal.notFound
        }
        let words = visit.words
        let field = FieldPlan("reason", words("lane_f_reason"), autocomplete: "off")
        return try visit.answer(
            Page(
                template: "lane-release",
                title: words("lane_release_title", ["release": id]),
                values: [
                    "back": SiteMap.laneReleases.path(), "row": [row],
                    "canStop": release.state == .active && visit.may(.laneChange),
                    "fields": FormSheet(words, FormValues(), said: notes.said).fields([field]),
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .lanes,
                errors: notes.errors
            )
        )
    }
}

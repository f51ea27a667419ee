import Hummingbird
import Ledger
import Mail
import Office

/// Whole plans by name: to be looked at, put in force, and saved.
struct LanePlansPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.lanePlans.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.lanes(.laneRead)
            return try show(visit, FormValues(), FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.lanePlans.route) { request, context in
            try await save(Visit(site, request, context))
        }
    }

    private func save(_ visit: Visit) async throws -> Response {
        let caller = try await visit.lanes(.laneChange)
        let values = try await visit.form()
        let name = values.text("name") ?? ""
        var notes = FindingNotes([], fields: [], visit.words)
        do {
            guard LanePlanName.isOne(name) else { throw LaneRefusal.nameTaken(name) }
            let settings = try visit.office.ledger.lanePlan().rules.map(\.setting)
            _ = try await visit.office.perform(.save(name, settings, by: caller.author))
            return visit.redirect(to: SiteMap.lanePlans.path())
        } catch is LaneRefusal {
            notes.say(visit.words("lane_name_wrong"), at: "name")
            return try show(visit, values, notes)
        }
    }

    private struct Row {
        let name: String
        let text: String
        let href: String
        let lines: [String]
    }

    private func show(
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws -> Response {
        let words = visit.words
        let sheet = LaneSheet(words, visit.office.calendar)
        func href(_ name: String) -> String { SiteMap.laneChange.path(query: [("plan", name)]) }
        let ready = ReadyMadePlan.allCases.map { plan in
            Row(
                name: plan.rawValue,
                text: words("ready_\(plan.rawValue)"),
                href: href(plan.rawValue),
                lines: []
            )
        }
        let own = try visit.office.ledger.savedLanePlans()
            .map { plan in
                Row(
                    name: plan.name,
                    text: words(
                        "lane_plans_rules",
                        [
                            "count": String(plan.settings.count),
                            "by": AuthorText.of(plan.by, visit),
                        ]
                    ),
                    href: href(plan.name),
                    lines: plan.settings.prefix(20).map(sheet.line)
                )
            }
        let field = FieldPlan(
            "name",
            words("lane_f_name"),
            .code,
            hint: words("lane_f_name_hint"),
            autocomplete: "off"
        )
        return try visit.answer(
            Page(
                template: "lane-plans",
                title: words("lane_plans_title"),
                values: [
                    "back": SiteMap.lanes.path(), "ready": ready, "own": own,
                    "hasOwn": !own.isEmpty, "canChange": visit.may(.laneChange),
                    "fields": FormSheet(words, values, said: notes.said).fields([field]),
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .lanes,
                errors: notes.errors
            )
        )
    }
}

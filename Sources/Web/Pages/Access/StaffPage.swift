import Hummingbird
import Mail
import Office

/// The people who work here: new accounts, new links, and accounts that are closed.
struct StaffPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.staff.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.require(.staffManage)
            var values = FormValues()
            values.set("language", visit.office.profile.language.rawValue)
            return try show(visit, values, FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.staff.route) { request, context in
            try await make(Visit(site, request, context))
        }
        router.post(SiteMap.staffStop.route) { request, context in
            try await change(Visit(site, request, context)) { access, name, caller in
                try await access.deactivateStaff(name, by: caller)
                return nil
            }
        }
        router.post(SiteMap.staffReset.route) { request, context in
            try await change(Visit(site, request, context)) { access, name, caller in
                try await access.resetStaff(name, by: caller)
            }
        }
    }

    private func make(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.staffManage)
        let values = try await visit.form()
        var notes = FindingNotes([], fields: [], visit.words)
        let name = values.text("name") ?? ""
        guard let role = Role(rawValue: values["role"]) else {
            notes.say(visit.words("role_missing"), at: "role")
            return try show(visit, values, notes)
        }
        let order = StaffOrder(
            name: name,
            displayName: values.text("displayName") ?? name,
            role: role,
            language: Language(rawValue: values["language"]) ?? visit.language
        )
        do {
            let link = try await visit.office.access.addStaff(order, by: caller)
            return try show(visit, FormValues(), notes, fresh: link)
        } catch let refusal as StaffRefusal {
            StaffWords.say(refusal, visit.words, into: &notes)
            return try show(visit, values, notes)
        }
    }

    private func change(
        _ visit: Visit,
        _ act: (AccessDesk, String, Caller) async throws -> SecretLink?
    ) async throws -> Response {
        let name = try visit.context.parameters.require("name")
        let caller = try await visit.require(.staffManage, object: name)
        _ = try await visit.form()
        var notes = FindingNotes([], fields: [], visit.words)
        do {
            if let link = try await act(visit.office.access, name, caller) {
                return try show(visit, FormValues(), notes, fresh: link)
            }
            return visit.redirect(to: SiteMap.staff.path())
        } catch let refusal as StaffRefusal {
            StaffWords.say(refusal, visit.words, into: &notes)
            return try show(visit, FormValues(), notes)
        }
    }

    private struct Row {
        let name: String
        let display: String
        let role: String
        let state: String
        let stateWord: String
        let stop: String?
        let reset: String?
    }

    private func show(
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes,
        fresh: SecretLink? = nil
    ) throws -> Response {
        let words = visit.words
        let rows = try visit.office.access.staff().map { row($0, words) }
        var shown: [String: Any] = [
            "rows": rows, "hasRows": !rows.isEmpty,
            "fields": FormSheet(words, values, said: notes.said).fields(plans(words)),
        ]
        if let fresh {
            let host = visit.request.head.authority ?? ""
            shown["fresh"] = (host.isEmpty ? "" : "//" + host) + fresh.path
        }
        return try visit.answer(
            Page(
                template: "staff",
                title: words("staff_title"),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .staff,
                errors: notes.errors
            )
        )
    }

    private func row(_ account: StaffAccount, _ words: WordList) -> Row {
        let (state, word) =
            if !account.isActive {
                ("off", "staff_off")
            } else if account.passwordHash == nil {
                ("held", "staff_waiting")
            } else {
                ("ok", "staff_active")
            }
        return Row(
            name: account.name,
            display: account.displayName,
            role: words("role_\(account.role.rawValue)"),
            state: state,
            stateWord: words(word),
            stop: account.isActive ? SiteMap.staffStop.path(account.name) : nil,
            reset: account.isActive ? SiteMap.staffReset.path(account.name) : nil
        )
    }

    private func plans(_ words: WordList) -> [FieldPlan] {
        [
            FieldPlan(
                "name",
                words("staff_name"),
                .code,
                hint: words("set_up_name_hint"),
                autocomplete: "off"
            ), FieldPlan("displayName", words("staff_display"), autocomplete: "off"),
            FieldPlan("role", words("f_role"), .select(Choices.roles(words))),
            FieldPlan("language", words("languages"), .select(Choices.languages())),
        ]
    }
}

import Hummingbird
import Mail
import Office

/// What a one-time link opens: the office's first account, or a person's first password.
struct SetUpPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.setUp.route) { request, context in
            let visit = Visit(site, request, context)
            return try page(visit, FormValues(), FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.setUp.route) { request, context in
            try await submit(Visit(site, request, context))
        }
    }

    private func submit(_ visit: Visit) async throws -> Response {
        let values = try await visit.form()
        var notes = FindingNotes([], fields: [], visit.words)
        do {
            let session = try await session(visit, values)
            var response = visit.redirect(to: SiteMap.home.path())
            response.setCookie(await SessionCookie.begin(session, visit.context))
            return response
        } catch let refusal as StaffRefusal {
            StaffWords.say(refusal, visit.words, into: &notes)
        }
        return try page(visit, values, notes)
    }

    private func session(_ visit: Visit, _ values: FormValues) async throws -> NewSession {
        let token = visit.query("token") ?? ""
        let access = visit.office.access
        switch try access.setUpLink(token) {
        case .account: return try await access.setUp(token, password: values["password"])
        case .first:
            let name = values.text("name") ?? ""
            return try await access.setUpFirst(
                token,
                name: name,
                displayName: values.text("displayName") ?? name,
                language: visit.language,
                password: values["password"]
            )
        }
    }

    private func page(
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws
        -> Response
    {
        let words = visit.words
        let link: SetUpLink
        do {
            link = try visit.office.access.setUpLink(visit.query("token") ?? "")
        } catch is StaffRefusal {
            return try dead(visit)
        }
        var plans = [
            FieldPlan(
                "password",
                words("set_up_password"),
                .password(isNew: true),
                hint: words("set_up_password_hint")
            )
        ]
        var name = ""
        switch link {
        case .account(let account): name = account.name
        case .first:
            plans =
                [
                    FieldPlan(
                        "name",
                        words("set_up_name"),
                        .code,
                        hint: words("set_up_name_hint"),
                        autocomplete: "username"
                    ), FieldPlan("displayName", words("set_up_display"), autocomplete: "name"),
                ] + plans
        }
        return try visit.answer(
            Page(
                template: "set-up",
                title: words("set_up_title"),
                values: [
                    "fields": FormSheet(words, values, said: notes.said).fields(plans),
                    "account_name": name,
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                isCalm: true,
                errors: notes.errors
            )
        )
    }

    private func dead(_ visit: Visit) throws -> Response {
        try visit.answer(
            Page(
                template: "problem",
                title: visit.words("set_up_used"),
                values: ["paragraphs": [visit.words("sign_in_help")]],
                status: .notFound,
                isCalm: true
            )
        )
    }
}

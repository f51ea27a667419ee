import Hummingbird
import Mail
import Office

/// What a person changes of the own account: the password, and an authenticator.
struct AccountPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.account.route) { request, context in
            let visit = Visit(site, request, context)
            return try show(visit, FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.accountPassword.route) { request, context in
            try await change(Visit(site, request, context)) { visit, session, values in
                let new = try await visit.office.access.changePassword(
                    session,
                    from: values["old"],
                    to: values["password"]
                )
                var response = visit.redirect(
                    to: SiteMap.account.path(query: [("done", "password_changed")])
                )
                response.setCookie(await SessionCookie.begin(new, visit.context))
                return response
            }
        }
        router.post(SiteMap.accountCode.route) { request, context in
            try await change(Visit(site, request, context)) { visit, session, values in
                guard values.text("code") != nil else {
                    _ = visit.office.access.beginOneTime(session)
                    return visit.redirect(to: SiteMap.account.path())
                }
                let codes = try await visit.office.access.confirmOneTime(
                    session,
                    code: values["code"]
                )
                return try show(visit, FindingNotes([], fields: [], visit.words), codes: codes)
            }
        }
        router.post(SiteMap.accountCodeDrop.route) { request, context in
            try await change(Visit(site, request, context)) { visit, session, values in
                try await visit.office.access.dropOneTime(session, password: values["old"])
                return visit.redirect(
                    to: SiteMap.account.path(query: [("done", "code_dropped")])
                )
            }
        }
        router.get(SiteMap.accountCodeQR.route) { request, context in
            let visit = Visit(site, request, context)
            guard let enrolment = visit.office.access.oneTimeUnderWay(try session(visit)),
                let code = QRCode(enrolment.uri)
            else { throw WebRefusal.notFound }
            var response = visit.file(Array(code.svg.utf8), type: "image/svg+xml")
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    private func session(_ visit: Visit) throws -> Session {
        guard let session = visit.context.session else { throw WebRefusal.unauthenticated }
        return session
    }

    private func change(
        _ visit: Visit,
        _ act: (Visit, Session, FormValues) async throws -> Response
    ) async throws -> Response {
        let session = try session(visit)
        let values = try await visit.form()
        do {
            return try await act(visit, session, values)
        } catch let refusal as StaffRefusal {
            var notes = FindingNotes([], fields: [], visit.words)
            StaffWords.say(refusal, visit.words, into: &notes)
            return try show(visit, notes)
        }
    }

    private func show(
        _ visit: Visit,
        _ notes: FindingNotes,
        codes: [String] = []
    ) throws
        -> Response
    {
        let session = try session(visit)
        let words = visit.words
        let sheet = FormSheet(words, said: notes.said)
        let old = FieldPlan("old", words("password_old"), .password(isNew: false))
        let new = FieldPlan(
            "password",
            words("set_up_password"),
            .password(isNew: true),
            hint: words("set_up_password_hint")
        )
        let hasCode = session.account.oneTimeSecret != nil || !codes.isEmpty
        var values: [String: Any] = [
            "name": session.account.name, "passwordFields": sheet.fields([old, new]),
            "hasCode": hasCode, "codes": codes, "hasFresh": !codes.isEmpty,
        ]
        if !hasCode, let enrolment = visit.office.access.oneTimeUnderWay(session) {
            let code = FieldPlan("code", words("sign_in_code"), .oneTimeCode)
            values["enrolment"] = [
                "secret": enrolment.secretText, "qr": SiteMap.accountCodeQR.path(),
                "field": [sheet.field(code)],
            ]
        }
        if hasCode {
            let again = FieldPlan("old", words("sign_in_password"), .password(isNew: false))
            // Two forms of one page need two ids; only this one is shown with a code enrolled.
            values["passwordFields"] = sheet.fields([old, new])
            values["dropFields"] = [Self.renamed(sheet.field(again))]
        }
        if let done = visit.query("done"), ["password_changed", "code_dropped"].contains(done) {
            values["flash"] = words(done)
        }
        return try visit.answer(
            Page(
                template: "account",
                title: words("account_title"),
                values: values,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                errors: notes.errors
            )
        )
    }

    /// The same field under another id.
    private static func renamed(_ field: Field) -> Field {
        Field(
            id: "drop-" + field.id,
            name: field.name,
            label: field.label,
            value: "",
            width: field.width,
            type: field.type,
            isInput: true,
            isSelect: false,
            isArea: false,
            isOptional: false,
            need: nil,
            decides: false,
            isNumber: false,
            isCode: false,
            isWrong: false,
            isWarned: false,
            hint: nil,
            autocomplete: field.autocomplete,
            inputMode: nil,
            describedBy: nil,
            options: [],
            said: []
        )
    }
}

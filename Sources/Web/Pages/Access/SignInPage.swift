import Hummingbird
import Mail
import Office

/// Signing in: a name and a password, then a code where the account has an authenticator.
struct SignInPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.signIn.route) { request, context in
            let visit = Visit(site, request, context)
            return try page(visit, FormValues(), error: nil)
        }
        router.post(SiteMap.signIn.route) { request, context in
            try await submit(Visit(site, request, context))
        }
        router.post(SiteMap.signOut.route) { request, context in
            try await end(Visit(site, request, context))
        }
    }

    private func submit(_ visit: Visit) async throws -> Response {
        let values = try await visit.form()
        let access = visit.office.access
        let result: SignIn =
            if let ticket = values.text("ticket") {
                try await access.finishSignIn(ticket, code: values["code"], from: visit.address)
            } else {
                try await access.signIn(
                    values["name"],
                    password: values["password"],
                    from: visit.address
                )
            }
        switch result {
        case .session(let session):
            var response = visit.redirect(to: LocalPath.of(visit.query("next") ?? "/"))
            response.setCookie(await SessionCookie.begin(session, visit.context))
            return response
        case .codeNeeded(let ticket): return try code(visit, ticket, error: nil)
        case .refused where values.text("ticket") != nil:
            return try code(visit, values["ticket"], error: visit.words("sign_in_failed"))
        case .refused: return try page(visit, values, error: visit.words("sign_in_failed"))
        case .tooMany(let seconds):
            let error = visit.words("sign_in_throttled", ["seconds": String(seconds)])
            return try page(visit, values, error: error)
        }
    }

    private func end(_ visit: Visit) async throws -> Response {
        _ = try await visit.form()
        if let token = SessionCookie.token(in: visit.request) {
            try await visit.office.access.endSession(token)
        }
        var response = visit.redirect(to: SiteMap.home.path())
        response.setCookie(await SessionCookie.end(visit.context))
        return response
    }

    private func page(_ visit: Visit, _ values: FormValues, error: String?) throws -> Response {
        let words = visit.words
        let plans = [
            FieldPlan("name", words("sign_in_name"), .code, autocomplete: "username"),
            FieldPlan("password", words("sign_in_password"), .password(isNew: false)),
        ]
        let fields = FormSheet(words, values).fields(plans)
        return try answer(visit, ["fields": fields], error.map { ErrorLink($0, field: "name") })
    }

    private func code(_ visit: Visit, _ ticket: String, error: String?) throws -> Response {
        let words = visit.words
        let plan = FieldPlan(
            "code",
            words("sign_in_code"),
            .oneTimeCode,
            hint: words("sign_in_code_hint")
        )
        return try answer(
            visit,
            ["fields": [FormSheet(words).field(plan)], "ticket": ticket],
            error.map { ErrorLink($0, field: "code") }
        )
    }

    private func answer(
        _ visit: Visit,
        _ values: [String: Any],
        _ error: ErrorLink?
    ) throws
        -> Response
    {
        try visit.answer(
            Page(
                template: "sign-in",
                title: visit.words("sign_in_title"),
                values: values,
                status: error == nil ? .ok : .unprocessableContent,
                isCalm: true,
                errors: error.map { [$0] } ?? []
            )
        )
    }
}

/// Paths that lead nowhere but to this site.
enum LocalPath {
    /// The path, or the first page where it would lead elsewhere as `//` and `/\` do.
    static func of(_ text: String) -> String {
        let isOurs =
            text.hasPrefix("/") && !text.dropFirst().hasPrefix("/")
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return isOurs ? text : "/"
    }
}

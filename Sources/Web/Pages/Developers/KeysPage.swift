import Hummingbird
import Ledger
import Mail
import Office

/// Keys for programs: made, shown once, revoked.
struct KeysPage {
    private static let day: Int64 = 86_400_000

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.keys.route) { request, context in
            let visit = Visit(site, request, context)
            let caller = try await visit.require(.keyManage)
            return try show(
                visit,
                caller,
                FormValues(),
                FindingNotes([], fields: [], visit.words)
            )
        }
        router.post(SiteMap.keys.route) { request, context in
            try await make(Visit(site, request, context))
        }
        router.post(SiteMap.keyRevoke.route) { request, context in
            let visit = Visit(site, request, context)
            let id = try context.parameters.require("id")
            let caller = try await visit.require(.keyManage, object: id)
            _ = try await visit.form()
            guard try visit.office.access.keys(for: caller).contains(where: { $0.key.id == id })
            else { throw WebRefusal.notFound }
            try await visit.office.access.revokeKey(id, reason: nil, by: caller)
            return visit.redirect(to: SiteMap.keys.path())
        }
    }

    private func make(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.keyManage)
        let values = try await visit.form()
        let words = visit.words
        var notes = FindingNotes([], fields: [], words)
        if values.text("name") == nil { notes.say(words("keys_name_missing"), at: "name") }
        let role = Role(rawValue: values["role"])
        if role == nil { notes.say(words("role_missing"), at: "role") }
        let days = values.text("days").map { Int64($0) ?? 0 }
        if let days, !(1...3650).contains(days) {
            notes.say(words("keys_days_wrong"), at: "days")
        }
        guard notes.errors.isEmpty, let role else {
            return try show(visit, caller, values, notes)
        }
        let order = KeyOrder(
            name: String((values.text("name") ?? "").prefix(100)),
            role: role,
            mode: visit.office.profile.mode,
            customer: caller.customer ?? values.text("customer"),
            expiresAt: days.map {
                Moment(milliseconds: visit.now.milliseconds + $0 * Self.day)
            }
        )
        let key = try await visit.office.access.addKey(order, by: caller)
        return try show(visit, caller, FormValues(), notes, fresh: key.text)
    }

    private struct Row {
        let name: String
        let id: String
        let role: String
        let customer: String
        let used: String?
        let requests: String
        let expires: String
        let state: String
        let stateWord: String
        let revoke: String?
    }

    private func show(
        _ visit: Visit,
        _ caller: Caller,
        _ values: FormValues,
        _ notes: FindingNotes,
        fresh: String? = nil
    ) throws -> Response {
        let uses = try visit.office.requests.lastUses()
        let rows = try visit.office.access.keys(for: caller)
            .map { row($0, uses[$0.key.id], visit) }
        var shown: [String: Any] = [
            "rows": rows, "hasRows": !rows.isEmpty,
            "fields": FormSheet(visit.words, values, said: notes.said)
                .fields(plans(visit.words)),
        ]
        if let fresh { shown["fresh"] = fresh }
        return try visit.answer(
            Page(
                template: "keys",
                title: visit.words("keys_title"),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .keys,
                errors: notes.errors
            )
        )
    }

    private func row(_ row: AccessKeyRow, _ used: Moment?, _ visit: Visit) -> Row {
        let isValid = row.isValid(at: visit.now)
        let word =
            isValid ? "keys_valid" : row.revokedAt == nil ? "keys_expired" : "keys_revoked"
        return Row(
            name: row.key.name,
            id: row.key.id,
            role: visit.words("role_\(row.key.role.rawValue)"),
            customer: row.key.customer ?? "",
            used: used.map { MomentText.of($0) },
            requests: SiteMap.requests.path(query: [("key", row.key.id)]),
            expires: row.key.expiresAt.map { String(MomentText.of($0).prefix(10)) } ?? "",
            state: isValid ? "ok" : "off",
            stateWord: visit.words(word),
            revoke: isValid ? SiteMap.keyRevoke.path(row.key.id) : nil
        )
    }

    private func plans(_ words: WordList) -> [FieldPlan] {
        [
            FieldPlan(
                "name",
                words("keys_name"),
                hint: words("keys_name_hint"),
                autocomplete: "off"
            ), FieldPlan("role", words("f_role"), .select(Choices.roles(words))),
            FieldPlan(
                "customer",
                words("f_customer"),
                .code,
                isOptional: true,
                hint: words("keys_customer_hint")
            ), FieldPlan("days", words("keys_days"), .number, isOptional: true),
        ]
    }
}

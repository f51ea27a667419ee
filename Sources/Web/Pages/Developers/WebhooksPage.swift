import Hummingbird
import Mail
import Office

/// Where events are sent: made, stopped, and what came of each delivery.
struct WebhooksPage {
    private static let logged = 50

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.webhooks.route) { request, context in
            let visit = Visit(site, request, context)
            let caller = try await visit.require(.webhookManage)
            return try show(
                visit,
                caller,
                FormValues(),
                FindingNotes([], fields: [], visit.words)
            )
        }
        router.post(SiteMap.webhooks.route) { request, context in
            try await make(Visit(site, request, context))
        }
        router.get(SiteMap.webhook.route) { request, context in
            try await log(Visit(site, request, context))
        }
        router.post(SiteMap.webhookPing.route) { request, context in
            try await act(Visit(site, request, context)) { desk, id, caller in
                _ = try await desk.ping(id, by: caller)
                return SiteMap.webhook.path(id)
            }
        }
        router.post(SiteMap.webhookStop.route) { request, context in
            try await act(Visit(site, request, context)) { desk, id, caller in
                try await desk.remove(id, by: caller)
                return SiteMap.webhooks.path()
            }
        }
    }

    private func act(
        _ visit: Visit,
        _ act: (WebhookDesk, String, Caller) async throws -> String
    ) async throws -> Response {
        let id = try visit.context.parameters.require("id")
        let caller = try await visit.require(.webhookManage, object: id)
        _ = try await visit.form()
        return visit.redirect(to: try await act(visit.office.webhooks, id, caller))
    }

    private func make(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.webhookManage)
        let values = try await visit.form()
        var notes = FindingNotes([], fields: [], visit.words)
        let events = values["events"].split(whereSeparator: \.isWhitespace).map(String.init)
        if let unknown = events.first(where: { !WebhookEvents.all.contains($0) }) {
            notes.say(visit.words("hooks_event_wrong", ["event": unknown]), at: "events")
        }
        guard notes.errors.isEmpty else { return try show(visit, caller, values, notes) }
        let order = WebhookOrder(
            url: values.text("url") ?? "",
            events: events,
            customer: caller.customer ?? values.text("customer")
        )
        do {
            let made = try await visit.office.webhooks.add(order, by: caller)
            return try show(visit, caller, FormValues(), notes, fresh: made.secret)
        } catch WebhookRefusal.addressMalformed {
            notes.say(visit.words("hooks_url_wrong"), at: "url")
            return try show(visit, caller, values, notes)
        }
    }

    private struct Row {
        let url: String
        let href: String
        let events: String
        let customer: String
        let state: String
        let stateWord: String
        let reason: String?
        let stop: String
    }

    private func show(
        _ visit: Visit,
        _ caller: Caller,
        _ values: FormValues,
        _ notes: FindingNotes,
        fresh: String? = nil
    ) throws -> Response {
        let words = visit.words
        let rows = try visit.office.webhooks.list(for: caller).map { row($0, words) }
        var shown: [String: Any] = [
            "rows": rows, "hasRows": !rows.isEmpty,
            "fields": FormSheet(words, values, said: notes.said).fields(plans(words)),
        ]
        if let fresh { shown["fresh"] = fresh }
        return try visit.answer(
            Page(
                template: "webhooks",
                title: words("hooks_title"),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .webhooks,
                errors: notes.errors
            )
        )
    }

    private func row(_ webhook: Webhook, _ words: WordList) -> Row {
        Row(
            url: webhook.url,
            href: SiteMap.webhook.path(webhook.id),
            events: webhook.events.isEmpty
                ? words("hooks_all") : webhook.events.joined(separator: " "),
            customer: webhook.customer ?? "",
            state: webhook.isActive ? "ok" : "off",
            stateWord: words(webhook.isActive ? "hooks_active" : "hooks_stopped"),
            reason: webhook.reason,
            stop: SiteMap.webhookStop.path(webhook.id)
        )
    }

    private func plans(_ words: WordList) -> [FieldPlan] {
        [
            FieldPlan("url", words("hooks_url"), .url, autocomplete: "off"),
            FieldPlan(
                "events",
                words("hooks_events"),
                .code,
                isOptional: true,
                hint: words("hooks_events_hint")
            ),
            FieldPlan(
                "customer",
                words("f_customer"),
                .code,
                isOptional: true,
                hint: words("hooks_customer_hint")
            ),
        ]
    }

    private struct Attempt {
        let number: String
        let iso: String
        let time: String
        let kind: String
        let attempt: String
        let state: String
        let stateWord: String
        let answer: String
        let next: String
        let took: String
    }

    /// What came of each delivery, the newest first.
    private func log(_ visit: Visit) async throws -> Response {
        let id = try visit.context.parameters.require("id")
        let caller = try await visit.require(.webhookManage, object: id)
        let webhook = try visit.office.webhooks.webhook(id, for: caller)
        let before = visit.query("before").flatMap { Int64($0) }
        let topic = DeliveriesTopic(webhook: id)
        let bar = before == nil ? try LiveBar(topic, visit, caller) : nil
        let attempts = try visit.office.webhooks.attempts(
            of: id,
            before: before,
            limit: Self.logged + 1,
            for: caller
        )
        let rows = attempts.prefix(Self.logged).map { attempt($0, visit.words) }
        var shown: [String: Any] = [
            "rows": rows, "hasRows": !rows.isEmpty, "url": webhook.url,
            "ping": SiteMap.webhookPing.path(id),
        ]
        if attempts.count > Self.logged {
            shown["more"] = SiteMap.webhook.path(
                id,
                query: [("before", String(attempts[Self.logged - 1].number))]
            )
        }
        return try visit.answer(
            Page(
                template: "deliveries",
                title: visit.words("deliveries_title"),
                values: shown,
                section: .webhooks,
                live: bar
            )
        )
    }

    private func attempt(_ attempt: DeliveryAttempt, _ words: WordList) -> Attempt {
        Attempt(
            number: String(attempt.number),
            iso: attempt.at.text,
            time: MomentText.of(attempt.at),
            kind: attempt.kind,
            attempt: String(attempt.attempt),
            state: attempt.isDelivered ? "ok" : "refused",
            stateWord: words(attempt.isDelivered ? "deliveries_done" : "deliveries_failed"),
            answer: attempt.status.map(String.init) ?? attempt.failure?.rawValue ?? "",
            next: attempt.next.map { MomentText.of($0) } ?? "",
            took: String(attempt.took)
        )
    }
}

import HTTPTypes
import Hummingbird
import Ledger
import Mail
import Office

/// What the public is told: who runs lanes publishes it, updates it, ends it, and sees who was told.
struct AdvisoriesPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.advisories.route) { request, context in
            try await list(Visit(site, request, context))
        }
        router.get(SiteMap.advisoryEdit.route) { request, context in
            try await edit(Visit(site, request, context))
        }
        router.post(SiteMap.advisoryEdit.route) { request, context in
            try await publish(Visit(site, request, context))
        }
        router.get(SiteMap.advisoryTold.route) { request, context in
            try await AdvisoryToldPage(site: site).show(Visit(site, request, context))
        }
        router.post(SiteMap.advisoryEnd.route) { request, context in
            try await end(Visit(site, request, context))
        }
    }

    private struct Row {
        let name: String
        let title: String
        let href: String
        let update: String
        let told: String
        let end: String
        let kind: String
        let mark: String
        let times: [String]
        let overdue: String?
        let counts: [String]
        let isOpen: Bool
    }

    private func list(_ visit: Visit) async throws -> Response {
        _ = try await visit.lanes(.laneRead)
        let values = try visit.status()
        let status = values.words.status
        let rows = try (status.current + status.past)
            .map { try row($0, values, visit) }
        let named = Set(
            status.current.map(\.name.text) + status.past.map(\.name.text)
        )
        let missing = Set(try visit.office.ledger.lanePlan().rules.compactMap(\.setting.advisory))
            .subtracting(named).sorted()
        return try visit.answer(
            Page(
                template: "advisories",
                title: visit.words("adv_title"),
                values: [
                    "rows": rows, "hasRows": !rows.isEmpty,
                    "canPublish": visit.may(.advisoryPublish),
                    "new": SiteMap.advisoryEdit.path(),
                    "missing": missing.map {
                        visit.words("adv_missing", ["name": $0])
                    },
                ],
                section: .advisories
            )
        )
    }

    private func row(
        _ history: AdvisoryHistory,
        _ values: StatusValues,
        _ visit: Visit
    ) throws -> Row {
        let news = values.news(history)
        let name = history.name.text
        let counts = try visit.office.ledger.advisoriesTold(history.name)
            .map { told in
                visit.words(
                    "adv_told_count",
                    [
                        "version": String(told.version), "senders": String(told.senders),
                        "messages": String(told.messages), "items": String(told.items),
                    ]
                )
            }
        return Row(
            name: name,
            title: news.title,
            href: SiteMap.statusAdvisory.path(name),
            update: SiteMap.advisoryEdit.path(query: [("name", name)]),
            told: SiteMap.advisoryTold.path(name),
            end: SiteMap.advisoryEnd.path(name),
            kind: news.kind,
            mark: news.mark,
            times: news.times + [news.updated],
            overdue: news.overdue,
            counts: counts,
            isOpen: history.ended == nil
        )
    }

    private func edit(_ visit: Visit) async throws -> Response {
        _ = try await visit.lanes(.advisoryPublish)
        let (values, notes) = (FormValues(), FindingNotes([], fields: [], visit.words))
        guard let asked = visit.query("name") else { return try form(visit, values, notes) }
        guard let name = AdvisoryName(asked), let found = try visit.office.ledger.advisory(name)
        else { throw WebRefusal.notFound }
        let filled = AdvisoryForm(words: visit.words).filled(found, visit.office.calendar)
        return try form(visit, filled, notes)
    }

    private func publish(_ visit: Visit) async throws -> Response {
        let caller = try await visit.lanes(.advisoryPublish)
        let values = try await visit.form()
        let sheet = AdvisoryForm(words: visit.words)
        var notes: FindingNotes
        do {
            let (name, content) = try AdvisoryBody.read(sheet.json(values), visit.office.calendar)
            let seen = values.text("seen").flatMap { Int($0) } ?? 0
            _ = try await visit.office.perform(
                .publish(name, content, expecting: seen, by: caller.author)
            )
            return visit.redirect(to: SiteMap.advisories.path())
        } catch APIRefusal.fields(let findings) {
            notes = FindingNotes(findings, fields: sheet.names, visit.words)
        } catch let refusal as AdvisoryRefusal {
            notes = FindingNotes([], fields: [], visit.words)
            let said = OrderRefusal(refusal).detail
            notes.say(visit.words("adv_refused", ["reason": said]))
        }
        return try form(visit, values, notes)
    }

    private func form(
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws -> Response {
        let sheet = AdvisoryForm(words: visit.words)
        let fields = FormSheet(visit.words, values, said: notes.said)
        return try visit.answer(
            Page(
                template: "advisory-edit",
                title: visit.words(values.text("seen") == nil ? "adv_new" : "adv_update"),
                values: [
                    "back": SiteMap.advisories.path(), "fields": fields.fields(sheet.head),
                    "sections": Language.allCases.map { language in
                        Section(
                            title: WordList.name(of: language),
                            code: language.rawValue,
                            fields: fields.fields(sheet.texts(language))
                        )
                    },
                    "seen": values.text("seen") ?? "0",
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .advisories,
                errors: notes.errors
            )
        )
    }

    private struct Section {
        let title: String
        let code: String
        let fields: [Field]
    }

    private func end(_ visit: Visit) async throws -> Response {
        let text = try visit.context.parameters.require("name")
        let caller = try await visit.lanes(.advisoryPublish, object: text)
        _ = try await visit.form()
        guard let name = AdvisoryName(text) else { throw WebRefusal.notFound }
        do {
            _ = try await visit.office.perform(.end(name, by: caller.author))
        } catch AdvisoryRefusal.unknown {
            throw WebRefusal.notFound
        } catch is AdvisoryRefusal {
            // Somebody else ended it meanwhile, which is what was wanted.
        }
        return visit.redirect(to: SiteMap.advisories.path())
    }
}

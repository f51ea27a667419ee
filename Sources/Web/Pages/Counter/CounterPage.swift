import Hummingbird
import Mail
import Office

/// Lodging at the counter: everything on one screen, an item that is in our hands at once.
struct CounterPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.counter.route) { request, context in
            try await show(Visit(site, request, context))
        }
        router.post(SiteMap.counter.route) { request, context in
            try await submit(Visit(site, request, context))
        }
        router.get(SiteMap.counterLodged.route) { request, context in
            try await LodgedPage(visit: Visit(site, request, context))
                .answer(try context.parameters.require("id"))
        }
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.itemAccept)
        var notes = FindingNotes([], fields: [], visit.words)
        var values = defaults(visit)
        if let code = visit.query("draft") {
            switch try await draft(code, visit, caller, &notes) {
            case .lodgement(let lodgement):
                values = FormLodgement.values(of: lodgement)
                values.set("draft", code)
            case .item(let id): return visit.redirect(to: SiteMap.item.path(id.text))
            case .none: break
            }
        } else if let id = visit.query("again").flatMap({ ItemID($0) }) {
            if let item = try await visit.office.item(id, for: caller) {
                var lodgement = item.record.lodgement
                lodgement.reference = nil
                values = FormLodgement.values(of: lodgement)
            }
        }
        values.set("once", visit.office.unguessableWord())
        return try page(visit, try await form(values, visit), notes)
    }

    private enum FoundDraft {
        case lodgement(Lodgement)
        case item(ItemID)
        case none
    }

    private func draft(
        _ text: String,
        _ visit: Visit,
        _ caller: Caller,
        _ notes: inout FindingNotes
    ) async throws -> FoundDraft {
        let now = visit.now
        guard let code = DraftCode(text) else {
            notes.say(visit.words("draft_unknown", ["code": text]))
            return .none
        }
        do {
            let draft = try await visit.office.door.perform { desk in
                try await desk.draft(code, for: caller, at: now)
            }
            return .lodgement(draft.lodgement)
        } catch DeskRefusal.draftBound(let item) {
            return .item(item)
        } catch DeskRefusal.draftExpired {
            notes.say(visit.words("draft_expired", ["code": code.spaced]))
        } catch DeskRefusal.draftUnknown {
            notes.say(visit.words("draft_unknown", ["code": code.spaced]))
        }
        return .none
    }

    /// What is true of most items lodged here.
    private func defaults(_ visit: Visit) -> FormValues {
        var values = FormValues()
        values.set("sender.country", visit.office.profile.country.code)
        values.set("senderKind", "private")
        values.set("dutiesPaidBy", "addressee")
        values.set("onNonDelivery", "return")
        return values
    }

    private func submit(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.itemLodge)
        _ = try await visit.require(.itemAccept)
        let sent = try await visit.form()
        let act = LodgementAct(sent["do"])
        if case .removeLine(let number) = act {
            let values = FormLodgement.tidied(sent, removing: number)
            return try page(visit, try await form(values, visit), unsaid(visit))
        }
        let values = FormLodgement.tidied(sent)
        let lines = max(1, FormLodgement.lineCount(values)) + (act == .addLine ? 1 : 0)
        let form = try await form(values, visit, lines: lines)
        if act == .addLine || act == .look { return try page(visit, form, unsaid(visit)) }
        let lodging = try lodging(values, visit, caller)
        if act == .check {
            let findings = try await visit.office.findings(of: lodging)
            return try page(visit, form, notes(findings, form, visit), isChecked: true)
        }
        switch try await visit.office.lodge([lodging])[0] {
        case .lodged(let item), .replayed(let item):
            return visit.redirect(to: SiteMap.counterLodged.path(item.record.id.text))
        case .refused(let findings):
            return try page(visit, form, notes(findings, form, visit))
        }
    }

    private func form(
        _ values: FormValues,
        _ visit: Visit,
        lines: Int? = nil
    ) async throws -> LodgementForm {
        let needs = try await FieldNeeds(values, visit.office)
        return LodgementForm(visit.words, values, needs: needs, lines: lines)
    }

    private func unsaid(_ visit: Visit) -> FindingNotes {
        FindingNotes([], fields: [], visit.words)
    }

    private func notes(
        _ findings: [Finding],
        _ form: LodgementForm,
        _ visit: Visit
    )
        -> FindingNotes
    {
        FindingNotes(findings, fields: form.names, visit.words)
    }

    /// A form sent twice is one item: by its reference, its draft, or the word the form came with.
    private func lodging(
        _ values: FormValues,
        _ visit: Visit,
        _ caller: Caller
    ) throws
        -> Lodging
    {
        var (lodgement, findings) = FormLodgement.read(values)
        if let customer = caller.customer { lodgement.customer = customer }
        let draft = values.text("draft").flatMap { DraftCode($0) }
        let once = values.text("once").flatMap { $0.utf8.count <= 64 ? $0 : nil }
        let key: LodgementKey =
            if let reference = lodgement.reference {
                .reference(reference)
            } else if let draft {
                .draft(draft)
            } else {
                .once(once ?? visit.office.unguessableWord())
            }
        return Lodging(
            key: key,
            lodgement: lodgement,
            channel: .counter,
            findings: findings,
            request: LodgeRequest(author: caller.author, draft: draft)
        )
    }

    private func page(
        _ visit: Visit,
        _ form: LodgementForm,
        _ notes: FindingNotes,
        isChecked: Bool = false
    ) throws -> Response {
        var shown = form.shown(notes)
        shown["action"] = SiteMap.counter.path()
        shown["lanes"] = try LaneNotes(visit).restrictions(of: .counter)
        shown["actWord"] = visit.words("counter_lodge")
        shown["hidden"] = ["draft", "once"]
            .compactMap { name in
                form.values.text(name).map { ["name": name, "value": $0] }
            }
        if let code = form.values.text("draft").flatMap({ DraftCode($0) }) {
            shown["subtitle"] = visit.words("counter_draft", ["code": code.spaced])
        }
        if isChecked, notes.errors.isEmpty {
            let good = [
                "kind": "good", "kindWord": "", "message": visit.words("check_good"), "remedy": "",
            ]
            shown["notes"] = [good] + notes.notes
        }
        var page = Page(
            template: "counter",
            title: visit.words("counter_title"),
            values: shown,
            section: .counter
        )
        page.errors = notes.errors
        page.status = notes.errors.isEmpty || isChecked ? .ok : .unprocessableContent
        return try visit.answer(page)
    }
}

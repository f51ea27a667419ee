import Hummingbird
import Mail
import Office

/// Amending an item: the counter's form over what was declared, for an item not yet in our hands.
struct AmendPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.itemAmend.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .itemAmend)
            var values = FormLodgement.values(of: item.record.lodgement)
            values.set("seen", String(item.changed))
            return try page(
                item,
                visit,
                LodgementForm(
                    visit.words,
                    values,
                    needs: try await FieldNeeds(values, visit.office)
                ),
                FindingNotes([], fields: [], visit.words)
            )
        }
        router.post(SiteMap.itemAmend.route) { request, context in
            try await submit(Visit(site, request, context))
        }
    }

    private func submit(_ visit: Visit) async throws -> Response {
        let (item, caller) = try await ItemPage.item(visit, .itemAmend)
        let sent = try await visit.form()
        let act = LodgementAct(sent["do"])
        var removed: Int?
        if case .removeLine(let number) = act { removed = number }
        let values = FormLodgement.tidied(sent, removing: removed)
        let lines = max(1, FormLodgement.lineCount(values)) + (act == .addLine ? 1 : 0)
        let needs = try await FieldNeeds(values, visit.office)
        let form = LodgementForm(visit.words, values, needs: needs, lines: lines)
        guard act == .lodge || act == .check else {
            return try page(item, visit, form, FindingNotes([], fields: [], visit.words))
        }
        let lodging = lodging(values, item, caller)
        if act == .check {
            let findings = try await visit.office.findings(of: lodging)
            return try page(
                item,
                visit,
                form,
                FindingNotes(findings, fields: form.names, visit.words)
            )
        }
        let result = try await visit.office.check([lodging])[0]
        return try await amend(item, result, UInt64(values["seen"]) ?? 0, form, caller, visit)
    }

    private func amend(
        _ item: RecordedItem,
        _ result: CheckStep.Result,
        _ seen: UInt64,
        _ form: LodgementForm,
        _ caller: Caller,
        _ visit: Visit
    ) async throws -> Response {
        var notes = FindingNotes([], fields: [], visit.words)
        let (id, now, words) = (item.record.id, visit.now, visit.words)
        do {
            _ = try await visit.office.door.perform { desk in
                try await desk.amend(id, with: result, by: caller, seen: seen, at: now)
            }
            return visit.redirect(
                to: SiteMap.item.path(id.text, query: [("done", "item_amended")])
            )
        } catch DeskRefusal.findings(let findings) {
            notes = FindingNotes(findings, fields: form.names, words)
        } catch DeskRefusal.versionStale {
            notes.say(words("item_stale"))
        } catch DeskRefusal.moveIllegal(let state, _) {
            let state = words("state_\(state.rawValue)")
            notes.say(words("item_move_illegal", ["state": state]))
        } catch DeskRefusal.numberWouldChange {
            notes.say(words("item_number_change"), at: "product")
        } catch DeskRefusal.customerNotYours {
            notes.say(words("customer_not_yours"), at: "customer")
        }
        return try page(item, visit, form, notes)
    }

    private func lodging(_ values: FormValues, _ item: RecordedItem, _ caller: Caller) -> Lodging {
        var (lodgement, findings) = FormLodgement.read(values)
        if let customer = caller.customer { lodgement.customer = customer }
        return Lodging(
            key: item.record.key,
            lodgement: lodgement,
            channel: item.record.channel,
            findings: findings,
            request: item.record.request
        )
    }

    private func page(
        _ item: RecordedItem,
        _ visit: Visit,
        _ form: LodgementForm,
        _ notes: FindingNotes
    ) throws -> Response {
        let id = item.record.id
        var shown = form.shown(notes)
        shown["action"] = SiteMap.itemAmend.path(id.text)
        shown["actWord"] = visit.words("amend_do")
        shown["hidden"] = [["name": "seen", "value": form.values["seen"]]]
        return try visit.answer(
            Page(
                template: "counter",
                title: visit.words("amend_title", ["item": id.spaced]),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .items,
                errors: notes.errors
            )
        )
    }
}

import Hummingbird
import Mail
import Office

/// Cancelling asks why, once, and says what it means.
struct CancelPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.itemCancel.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .itemCancel)
            return try page(item, visit, FormValues(), FindingNotes([], fields: [], visit.words))
        }
        router.post(SiteMap.itemCancel.route) { request, context in
            try await cancel(Visit(site, request, context))
        }
    }

    private func cancel(_ visit: Visit) async throws -> Response {
        let (item, caller) = try await ItemPage.item(visit, .itemCancel)
        let values = try await visit.form()
        var notes = FindingNotes([], fields: [], visit.words)
        guard let reason = values.text("reason") else {
            notes.say(visit.words("cancel_reason_missing"), at: "reason")
            return try page(item, visit, values, notes)
        }
        let (id, now) = (item.record.id, visit.now)
        do {
            _ = try await visit.office.door.perform { desk in
                try await desk.move(
                    id,
                    to: .cancelled,
                    reason: String(reason.prefix(500)),
                    by: caller,
                    at: now
                )
            }
        } catch DeskRefusal.moveIllegal(let state, _) {
            notes.say(
                visit.words(
                    "item_move_illegal",
                    ["state": visit.words("state_\(state.rawValue)")]
                )
            )
            return try page(item, visit, values, notes)
        }
        return visit.redirect(
            to: SiteMap.item.path(id.text, query: [("done", "item_cancelled")])
        )
    }

    private func page(
        _ item: RecordedItem,
        _ visit: Visit,
        _ values: FormValues,
        _ notes: FindingNotes
    ) throws -> Response {
        let id = item.record.id
        let sheet = FormSheet(visit.words, values, said: notes.said)
        let reason = FieldPlan("reason", visit.words("cancel_reason"), .area)
        return try visit.answer(
            Page(
                template: "cancel",
                title: visit.words("cancel_title", ["item": id.spaced]),
                values: [
                    "href": SiteMap.item.path(id.text), "spaced": id.spaced,
                    "fields": [sheet.field(reason)],
                ],
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .items,
                errors: notes.errors
            )
        )
    }
}

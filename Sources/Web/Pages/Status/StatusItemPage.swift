import Hummingbird
import Ledger
import Mail
import Office

/// What anybody may know of an item by its number: how it fares, and nothing of whose it is, what is
/// in it or where it goes.
struct StatusItemPage {
    let site: Site
    let meter: VisitorMeter

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.statusItems.route) { request, context in
            try show(Visit(site, request, context))
        }
    }

    private func show(_ visit: Visit) throws -> Response {
        let words = visit.words
        let asked = visit.query("number")
        var values: [String: Any] = ["back": SiteMap.status.path()]
        var form = FormValues()
        form.set("number", asked ?? "")
        values["fields"] = FormSheet(words, form)
            .fields([
                FieldPlan(
                    "number",
                    words("status_items_label"),
                    .code,
                    hint: words("status_items_hint"),
                    autocomplete: "off"
                )
            ])
        if let asked {
            try meter.count(visit.address, at: visit.now)
            values.merge(try answer(asked, visit)) { $1 }
        }
        return try visit.answer(
            Page(
                template: "status-items",
                title: words("status_items_title"),
                values: values,
                section: .status,
                isCalm: true
            )
        )
    }

    private func answer(_ asked: String, _ visit: Visit) throws -> [String: Any] {
        let words = visit.words
        guard let id = ItemID(asked) else { return ["said": words("status_items_malformed")] }
        guard let row = try visit.office.ledger.item(id) else {
            let isBack = try visit.office.restoring() == nil
            return ["said": words(isBack ? "status_items_unknown" : "status_items_not_back")]
        }
        return [
            "found": [
                "number": id.spaced, "state": row.state.rawValue,
                "word": words("state_\(row.state.rawValue)"),
                "text": words("public_\(row.state.rawValue)"),
            ]
        ]
    }
}

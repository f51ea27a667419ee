import Hummingbird
import Ledger
import Mail
import Office

/// Items by what people remember of them, the newest first.
struct ItemsPage {
    private static let pageSize = 50

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.items.route) { request, context in
            try await show(Visit(site, request, context))
        }
    }

    private struct Row {
        let href: String
        let id: String
        let state: String
        let stateWord: String
        let destination: String
        let addressee: String
        let product: String
        let reference: String
        let iso: String
        let time: String
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.itemRead)
        let before = visit.query("before").flatMap { UInt64($0) }
        let bar = before == nil ? try LiveBar(ItemsTopic(), visit, caller) : nil
        let rows = try visit.office.ledger.items(
            filter(visit, caller),
            before: before,
            limit: Self.pageSize + 1
        )
        // Where history is on its way, no list is at its end: older items may be behind it.
        let gap = try visit.office.restoring()
        if let gap, rows.isEmpty { throw DeskRefusal.notYetBack(gap) }
        let shown = rows.prefix(Self.pageSize).map { row($0, visit.words) }
        var values: [String: Any] = [
            "fields": fields(visit), "rows": shown, "hasRows": !shown.isEmpty,
        ]
        if rows.count > Self.pageSize || gap != nil, let last = rows.prefix(Self.pageSize).last {
            values["more"] = SiteMap.items.path(query: [
                ("q", visit.query("q") ?? ""), ("state", visit.query("state") ?? ""),
                ("destination", visit.query("destination") ?? ""),
                ("before", String(last.entry)),
            ])
        }
        if visit.query("scanned") != nil, let text = visit.query("q") {
            values["flash"] = visit.words("scan_unknown", ["text": text])
        }
        return try visit.answer(
            Page(
                template: "items",
                title: visit.words("items_title"),
                values: values,
                section: .items,
                live: bar
            )
        )
    }

    private func filter(_ visit: Visit, _ caller: Caller) -> ItemFilter {
        var filter = ItemFilter()
        filter.customer = caller.customer
        filter.state = visit.query("state").flatMap { ItemState(rawValue: $0) }
        filter.destination = visit.query("destination").flatMap { Country($0)?.code }
        filter.words = visit.query("q")
            .map { text in
                // A number is found however it is spaced.
                ItemID(text)?.text ?? text
            }
        return filter
    }

    private func fields(_ visit: Visit) -> [Field] {
        var values = FormValues()
        for name in ["q", "state", "destination"] { values.set(name, visit.query(name) ?? "") }
        let words = visit.words
        return FormSheet(words, values)
            .fields([
                FieldPlan("q", words("f_words"), width: ""),
                FieldPlan("state", words("f_state"), .select(Choices.states(words)), width: ""),
                FieldPlan(
                    "destination",
                    words("f_destination"),
                    .select(Choices.destinations(words)),
                    width: ""
                ),
            ])
    }

    private func row(_ row: ItemRow, _ words: WordList) -> Row {
        let facts = ItemFacts(words: words)
        return Row(
            href: SiteMap.item.path(row.id.text),
            id: row.id.spaced,
            state: row.state.rawValue,
            stateWord: words("state_\(row.state.rawValue)"),
            destination: facts.country(row.destination),
            addressee: row.addressee,
            product: facts.product(row.product),
            reference: row.reference ?? "",
            iso: row.lodgedAt.text,
            time: String(MomentText.of(row.lodgedAt).prefix(16))
        )
    }
}

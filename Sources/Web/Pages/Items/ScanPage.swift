import Hummingbird
import Ledger
import Mail
import Office

/// Opens what a scanned or typed number belongs to.
struct ScanPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.scan.route) { request, context in
            try await open(Visit(site, request, context))
        }
        router.get(SiteMap.scanner.route) { request, context in
            let visit = Visit(site, request, context)
            return try visit.answer(
                Page(template: "scanner", title: visit.words("scanner_title"))
            )
        }
    }

    private func open(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.itemRead)
        guard let text = visit.query("q") else {
            return visit.redirect(to: SiteMap.items.path())
        }
        // Scanners send what the bar code holds; people add spaces.
        let code = text.filter { !$0.isWhitespace }
        if let id = ItemID(code), let row = try visit.office.ledger.item(id),
            caller.sees(row.customer)
        {
            return visit.redirect(to: SiteMap.item.path(id.text))
        }
        let last = code.split(separator: "/").last.map(String.init) ?? code
        if visit.may(.draftAccept), let draft = DraftCode(last),
            try visit.office.ledger.draft(draft) != nil
        {
            return visit.redirect(to: SiteMap.counter.path(query: [("draft", draft.text)]))
        }
        return visit.redirect(
            to: SiteMap.items.path(query: [("q", text), ("scanned", "1")])
        )
    }
}

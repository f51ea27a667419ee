import Hummingbird
import Ledger
import Mail
import Office

/// One advisory, with everything that was said before.
struct StatusAdvisoryPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.statusAdvisory.route) { request, context in
            try show(Visit(site, request, context))
        }
    }

    private func show(_ visit: Visit) throws -> Response {
        guard let name = AdvisoryName(try visit.context.parameters.require("name")),
            let history = try visit.office.ledger.advisory(name)
        else { throw WebRefusal.notFound }
        let values = try visit.status()
        let news = values.news(history)
        return try visit.answer(
            Page(
                template: "status-advisory",
                title: news.title,
                values: [
                    "back": SiteMap.status.path(), "item": news,
                    "earlier": history.earlier.map(values.earlier),
                    "hasEarlier": !history.earlier.isEmpty,
                ],
                section: .status,
                isCalm: true
            )
        )
    }
}

import Hummingbird
import Mail
import Office

/// What was told and is over.
struct StatusPastPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.statusPast.route) { request, context in
            let visit = Visit(site, request, context)
            let values = try visit.status()
            let past = values.words.status.past.map { values.news($0) }
            return try visit.answer(
                Page(
                    template: "status-past",
                    title: visit.words("status_past_title"),
                    values: [
                        "back": SiteMap.status.path(), "past": past, "hasPast": !past.isEmpty,
                    ],
                    section: .status,
                    isCalm: true
                )
            )
        }
    }
}

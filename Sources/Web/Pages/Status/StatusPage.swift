import Hummingbird
import Mail
import Office

/// What can be sent now, first in one sentence and then by destination, and an answer to two
/// questions: what, and where to.
struct StatusPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.status.route) { request, context in
            try show(Visit(site, request, context))
        }
    }

    private func show(_ visit: Visit) throws -> Response {
        let words = visit.words
        let values = try visit.status()
        var shown = values.index
        let check = StatusCheck(visit)
        shown["fields"] = check.fields
        shown["answers"] = try check.answers()
        shown["isAsked"] = check.isAsked
        shown["links"] = Self.links(words)
        return try visit.answer(
            Page(
                template: "status",
                title: words("status_title"),
                values: shown,
                section: .status,
                isCalm: true
            )
        )
    }

    private struct Link {
        let href: String
        let label: String
    }

    private static func links(_ words: WordList) -> [Link] {
        let links: [(SiteMap, String)] = [
            (.statusItems, "status_items_title"), (.statusPast, "status_past_title"),
            (.statusNotice, "status_notice"), (.statusAtom, "status_atom"),
            (.statusCalendar, "status_calendar"), (.statusJSON, "status_json"),
            (.statusSummary, "status_summary"),
        ]
        return links.map { Link(href: $0.0.path(), label: words($0.1)) }
    }
}

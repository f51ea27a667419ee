import Hummingbird
import Mail
import Office

/// After lodging: the number, what to print, what comes next.
///
/// It can be opened again at any time.
struct LodgedPage {
    let visit: Visit

    func answer(_ text: String) async throws -> Response {
        let caller = try await visit.require(.itemRead)
        guard let id = ItemID(text), let item = try await visit.office.item(id, for: caller) else {
            throw WebRefusal.notFound
        }
        let words = visit.words
        let record = item.record
        let documents = DocumentLink.usual(record)
            .map { DocumentLink($0, of: id, words, canReprint: false) }
        return try visit.answer(
            Page(
                template: "lodged",
                title: words("lodged_title"),
                values: [
                    "spaced": id.spaced, "documents": documents,
                    "formWord": words("form_\(record.decision.form.rawValue)"),
                    "notes": FindingNotes.notes(record.warnings, words),
                    "stateText": words("state_text_\(item.state.rawValue)"),
                    "href": SiteMap.item.path(id.text),
                    "again": SiteMap.counter.path(query: [("again", id.text)]),
                ],
                section: .counter
            )
        )
    }
}

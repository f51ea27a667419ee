import Hummingbird
import Ledger
import Mail
import Office

/// Who was told of an advisory, of which version, how and when.
struct AdvisoryToldPage {
    private static let listed = 200

    let site: Site

    private struct Row {
        let version: String
        let time: String
        let who: String
        let items: String
        let ways: [String]
    }

    func show(_ visit: Visit) async throws -> Response {
        _ = try await visit.lanes(.advisoryPublish)
        guard let name = AdvisoryName(try visit.context.parameters.require("name")),
            try visit.office.ledger.advisory(name) != nil
        else { throw WebRefusal.notFound }
        let after = visit.query("after").flatMap { UInt64($0) }
        let told = try visit.office.ledger.sendersTold(name, after: after, limit: Self.listed)
        let words = visit.words
        let rows = told.map { row in
            Row(
                version: String(row.told.version),
                time: visit.office.calendar.text(row.told.at),
                who: row.told.customer.isEmpty ? words("adv_no_account") : row.told.customer,
                items: String(row.told.items),
                ways: row.told.messages.map { $0.address + " (\($0.language.rawValue))" }
                    + (row.told.customer.isEmpty ? [] : [row.told.news.event])
            )
        }
        var values: [String: Any] = [
            "back": SiteMap.advisories.path(), "rows": rows, "hasRows": !rows.isEmpty,
        ]
        if told.count == Self.listed, let last = told.last {
            values["more"] = SiteMap.advisoryTold.path(
                name.text,
                query: [("after", String(last.entry))]
            )
        }
        return try visit.answer(
            Page(
                template: "advisory-told",
                title: words("adv_told_title", ["name": name.text]),
                values: values,
                section: .advisories
            )
        )
    }
}

import Hummingbird
import Ledger
import Mail
import Office

/// Who did, or was refused, what not everybody may do; the newest first.
struct ActsPage {
    private static let pageSize = 100

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.acts.route) { request, context in
            try await show(Visit(site, request, context))
        }
    }

    private struct Row {
        let entry: String
        let iso: String
        let time: String
        let by: String
        let act: String
        let state: String
        let outcome: String
        let object: String
        let reason: String
        let times: String
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.actRead)
        let before = visit.query("before").flatMap { UInt64($0) }
        let bar = before == nil ? try LiveBar(ActsTopic(), visit, caller) : nil
        let rows = try visit.office.ledger.acts(
            before: before,
            limit: Self.pageSize + 1
        )
        let shown = rows.prefix(Self.pageSize).map { row($0, visit) }
        var values: [String: Any] = ["rows": shown, "hasRows": !shown.isEmpty]
        if rows.count > Self.pageSize {
            values["more"] = SiteMap.acts.path(query: [
                ("before", String(rows[Self.pageSize - 1].entry))
            ])
        }
        return try visit.answer(
            Page(
                template: "acts",
                title: visit.words("acts_title"),
                values: values,
                section: .acts,
                live: bar
            )
        )
    }

    private func row(_ row: ActRow, _ visit: Visit) -> Row {
        let act = row.act
        return Row(
            entry: String(row.entry),
            iso: act.at.text,
            time: MomentText.of(act.at),
            by: AuthorText.of(act.by, visit),
            act: act.name,
            state: act.outcome == .done ? "ok" : "refused",
            outcome: visit.words("outcome_\(act.outcome.rawValue)"),
            object: act.object ?? "",
            reason: act.reason ?? "",
            times: String(act.times)
        )
    }
}

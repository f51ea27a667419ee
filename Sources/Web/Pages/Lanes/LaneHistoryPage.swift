import Hummingbird
import Ledger
import Mail
import Office

/// Every change of the plan, the newest first.
struct LaneHistoryPage {
    private static let listed = 200

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.laneHistory.route) { request, context in
            try await show(Visit(site, request, context))
        }
    }

    private struct Row {
        let version: String
        let time: String
        let who: String
        let reason: String
        let lines: [String]
    }

    private func show(_ visit: Visit) async throws -> Response {
        _ = try await visit.lanes(.laneRead)
        let sheet = LaneSheet(visit.words, visit.office.calendar)
        let rows = try visit.office.ledger.laneChanges().reversed().prefix(Self.listed)
            .map { change in
                Row(
                    version: String(change.version),
                    time: visit.office.calendar.text(change.at),
                    who: who(change, visit),
                    reason: change.reason,
                    lines: sheet.lines(change)
                )
            }
        return try visit.answer(
            Page(
                template: "lane-history",
                title: visit.words("lane_history_title"),
                values: [
                    "back": SiteMap.lanes.path(), "rows": rows, "hasRows": !rows.isEmpty,
                ],
                section: .lanes
            )
        )
    }

    private func who(_ change: LanePlanChange, _ visit: Visit) -> String {
        let by = AuthorText.of(change.by, visit)
        guard let other = change.approvedBy else { return by }
        return visit.words(
            "lane_history_approved",
            ["by": by, "other": AuthorText.of(other, visit)]
        )
    }
}

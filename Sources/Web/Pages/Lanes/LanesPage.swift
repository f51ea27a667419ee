import Hummingbird
import Ledger
import Mail
import Office

/// The lane board: what may go where, what waits, what caps have used, and what happens next.
struct LanesPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.lanes.route) { request, context in
            try await show(Visit(site, request, context))
        }
    }

    private struct Head {
        let label: String
        let code: String
    }

    private struct Cell {
        let href: String
        let state: String
        let word: String
        let isMixed: Bool
        let held: String?
        let name: String
    }

    private struct Row {
        let key: String
        let name: String
        let cells: [Cell]
        let held: String
        let since: String?
    }

    /// A bar with what it stands for in words.
    private struct Bar {
        let key: String
        let name: String
        let text: String
        let percent: Int
        let isFull: Bool
    }

    private struct Waiting {
        let href: String
        let id: String
        let text: String
        let until: String
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.lanes(.laneRead)
        // Before anything is read, so that whatever happens meanwhile is told.
        let bar = try LiveBar(LanesTopic(), visit, caller)
        let board = try visit.office.board()
        let (words, calendar) = (visit.words, visit.office.calendar)
        let lanes = LaneWords(words)
        let canChange = visit.may(.laneChange)
        var values: [String: Any] = [
            "heads": LaneBoard.Column.all.map {
                Head(label: lanes.column($0), code: $0.product?.rawValue ?? "correspondence")
            },
            "rows": board.rows.map { row($0, lanes, calendar) },
            "plan": words("lanes_plan", ["version": String(board.version)]),
            "held": LaneWords.number(board.held), "canChange": canChange,
            "caps": try caps(visit), "releases": try releases(visit),
            "waiting": try waiting(visit), "clocks": try LaneClocks(visit).values,
            "liveWords": words("lanes_plan", ["version": String(board.version)]),
        ]
        for name in ["caps", "releases", "waiting"] {
            values["has_" + name] = !((values[name] as? [Any]) ?? []).isEmpty
        }
        if let since = board.since {
            values["oldest"] = words("lanes_oldest", ["time": calendar.text(since)])
        }
        if board.unshown > 0 {
            values["unshown"] = words("lanes_unshown", ["count": String(board.unshown)])
        }
        values["overdue"] = try visit.office.overdueAdvisories()
            .map { history in
                words(
                    "adv_overdue_board",
                    [
                        "name": history.name.text,
                        "time": history.promised.map(calendar.text) ?? "",
                    ]
                )
            }
        if let flash = flash(visit) { values["flash"] = flash }
        return try visit.answer(
            Page(
                template: "lanes",
                title: words("lanes_title"),
                values: values,
                section: .lanes,
                isBoard: true,
                live: bar
            )
        )
    }

    /// What came of the change that led back here; only what was so is said.
    private func flash(_ visit: Visit) -> String? {
        if let version = visit.query("changed").flatMap({ Int($0) }) {
            return visit.words("lanes_done_changed", ["version": String(version)])
        }
        for (name, word) in [
            ("proposed", "lanes_done_proposed"), ("cancelled", "lanes_done_cancelled"),
        ] {
            guard let id = visit.query(name), id.first == "p", let number = Int(id.dropFirst())
            else { continue }
            return visit.words(word, ["proposal": "p\(number)"])
        }
        return nil
    }

    private func row(
        _ row: LaneBoard.Row,
        _ lanes: LaneWords,
        _ calendar: OfficeCalendar
    ) -> Row {
        let name = row.destination.map(lanes.destination) ?? lanes.word("lanes_else")
        let cells = row.cells.map { cell in
            let parts = [
                row.destination.map { "dest=" + $0.name },
                cell.column.product.map { "product=" + $0.rawValue },
                "data=" + (cell.column.data ? "yes" : "no"),
            ]
            return Cell(
                href: SiteMap.laneChange.path(query: [
                    ("lane", parts.compactMap(\.self).joined(separator: ","))
                ]),
                state: cell.state.rawValue,
                word: lanes.state(cell.state),
                isMixed: cell.isMixed,
                held: cell.held > 0 ? LaneWords.number(cell.held) : nil,
                name: name + ", " + lanes.column(cell.column)
            )
        }
        return Row(
            key: row.destination?.text ?? "else",
            name: name,
            cells: cells,
            held: row.held > 0 ? LaneWords.number(row.held) : "–",
            since: row.since.map(calendar.text)
        )
    }

    private func caps(_ visit: Visit) throws -> [Bar] {
        let office = visit.office
        let now = visit.now
        let counted = try LaneJudge.moment(now, office.ledger)
        let judge = try office.judge()
        let today = office.calendar.window(at: counted).day
        return try judge.plan.inForce(at: now)
            .flatMap { rule -> [Bar] in
                guard case .capped(let cap) = rule.state else { return [] }
                let usage = try LaneUsage(rule, office.ledger, office.calendar, at: counted)
                return [
                    (cap.perHour, usage.hour, "lanes_hour"), (cap.perDay, usage.day, "lanes_day"),
                ]
                .compactMap { limit, used, word in
                    guard let limit = limit.map({ judge.capacity.scaled($0, on: today) }) else {
                        return nil
                    }
                    return Bar(
                        key: "\(rule.id)-\(word)",
                        name: LaneWords(visit.words).lanes(rule.selector),
                        text: visit.words(
                            word,
                            [
                                "used": LaneWords.number(used),
                                "limit": LaneWords.number(limit),
                            ]
                        ),
                        percent: limit > 0 ? min(100, used * 100 / limit) : 100,
                        isFull: used >= limit
                    )
                }
            }
    }

    private func releases(_ visit: Visit) throws -> [Bar] {
        let office = visit.office
        let now = try LaneJudge.moment(visit.now, office.ledger)
        return try ReleaseList(office.ledger, office.calendar, at: now).rows
            .filter { $0.state == .active }
            .map { row in
                Bar(
                    key: row.plan.id,
                    name: row.plan.id + " "
                        + LaneWords(visit.words).lanes(row.plan.selector),
                    text: visit.words(
                        "lanes_release",
                        [
                            "released": LaneWords.number(row.released),
                            "planned": LaneWords.number(row.planned),
                            "hour": LaneWords.number(row.releasedThisHour),
                            "perHour": LaneWords.number(row.plan.perHour),
                        ]
                    ),
                    percent: row.planned > 0 ? min(100, row.released * 100 / row.planned) : 100,
                    isFull: false
                )
            }
    }

    private func waiting(_ visit: Visit) throws -> [Waiting] {
        try visit.office.ledger.laneProposals(openAt: visit.now)
            .map { proposal in
                Waiting(
                    href: SiteMap.laneProposal.path(proposal.id),
                    id: proposal.id,
                    text: AuthorText.of(proposal.by, visit) + ": " + proposal.request.reason,
                    until: visit.words(
                        "lanes_until",
                        ["time": visit.office.calendar.text(proposal.expiresAt)]
                    )
                )
            }
    }
}

extension Visit {
    /// The caller, who may do that with lanes.
    func lanes(_ permission: Permission, object: String? = nil) async throws -> Caller {
        try await site.requireOfOffice(permission, context, object: object)
    }
}
